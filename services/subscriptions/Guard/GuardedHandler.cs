using System.Net;
using System.Net.Sockets;

namespace Cnaim.Subscriptions.Guard;

/// <summary>The way out: no redirects, no proxy, no cookies, and a look at the addresses at every connection, whatever the name said at registration.</summary>
internal static class GuardedHandler
{
    public static SocketsHttpHandler Create(AddressGuard guard) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        // What happens inside is traced for ourselves, not for receivers.
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // A name is looked up again after a while also where the receiver keeps connections open.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 4096,
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(200),
        MaxConnectionsPerServer = 8,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(guard, context.DnsEndPoint, cancellationToken),
    };

    // What was checked is what is connected to: the name is not looked up a second time.
    private static async ValueTask<Stream> ConnectAsync(AddressGuard guard, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await guard.ResolveAsync(target.Host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
