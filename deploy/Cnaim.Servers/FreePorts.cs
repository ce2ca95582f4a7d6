using System.Net;
using System.Net.Sockets;

namespace Cnaim.Servers;

/// <summary>Finds loopback TCP ports that nobody listens on.</summary>
public static class FreePorts
{
    /// <summary>A free port below the ephemeral range, so that no outgoing connection takes it between now and its use.</summary>
    /// <returns>A port that could be bound on 127.0.0.1 a moment ago and that this process has not given out yet.</returns>
    /// <exception cref="ServerException">No port is free.</exception>
    public static int Next() => Next(1)[0];

    /// <summary>Several different free ports.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ServerException">Not enough ports are free.</exception>
    public static IReadOnlyList<int> Next(int count)
    {
        var ports = new List<int>(count);
        lock (Given)
        {
            for (var attempt = 0; ports.Count < count && attempt < 20_000; attempt++)
            {
                var port = Random.Shared.Next(20_000, 32_000);
                if (!Given.Contains(port) && IsFree(port))
                {
                    Given.Add(port);
                    ports.Add(port);
                }
            }
        }

        return ports.Count == count ? ports : throw new ServerException("No free TCP port was found between 20000 and 32000; end programs that hold them.");
    }

    /// <summary>Whether a port can be bound on 127.0.0.1 now.</summary>
    /// <param name="port">The port.</param>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.ExclusiveAddressUse = true;
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static readonly HashSet<int> Given = [];
}
