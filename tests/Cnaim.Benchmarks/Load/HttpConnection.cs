using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cnaim.Benchmarks.Load;

/// <summary>One keep-alive HTTP/1.1 connection that sends prepared bytes and reads one answer; small, so that the client costs little beside the servers.</summary>
internal sealed class HttpConnection(Uri address) : IDisposable
{
    private static readonly byte[] HeaderEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    private readonly byte[] _buffer = new byte[256 * 1024];
    private Socket? _socket;

    public async Task<HttpAnswer> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var socket = _socket ??= await ConnectAsync(cancellationToken);
        await socket.SendAsync(request, SocketFlags.None, cancellationToken);
        var filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(filled), SocketFlags.None, cancellationToken);
            if (read == 0)
            {
                Dispose();
                throw new IOException("The server closed the connection.");
            }

            filled += read;
            if (IsComplete(_buffer.AsSpan(0, filled), out var headers))
            {
                return Read(_buffer.AsSpan(0, headers));
            }
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), cancellationToken);
        return socket;
    }

    private static bool IsComplete(ReadOnlySpan<byte> received, out int headers)
    {
        headers = received.IndexOf(HeaderEnd);
        if (headers < 0)
        {
            return false;
        }

        var body = received[(headers + HeaderEnd.Length)..];
        var length = Header(received[..headers], "Content-Length:"u8);
        if (!length.IsEmpty)
        {
            return Utf8Parser.TryParse(length, out int bytes, out _) && body.Length >= bytes;
        }

        return Header(received[..headers], "Transfer-Encoding:"u8).IsEmpty || body.EndsWith(LastChunk);
    }

    private static HttpAnswer Read(ReadOnlySpan<byte> headers)
    {
        _ = Utf8Parser.TryParse(headers["HTTP/1.1 ".Length..], out int status, out _);
        var location = Header(headers, "Location:"u8);
        var id = location[(location.LastIndexOf((byte)'/') + 1)..];
        return new HttpAnswer(status, Utf8Parser.TryParse(id, out Guid value, out var used) && used == id.Length ? value : null);
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        foreach (var line in headers.Split("\r\n"u8))
        {
            var text = headers[line];
            if (text.Length >= name.Length && Ascii.EqualsIgnoreCase(text[..name.Length], name))
            {
                return text[name.Length..].Trim((byte)' ');
            }
        }

        return [];
    }
}
