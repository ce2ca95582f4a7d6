using System.Net.Sockets;
using System.Text;

namespace Cnaim.Security.Calls;

/// <summary>Bytes as no HTTP client would send them.</summary>
internal static class RawHttp
{
    /// <summary>The first line of the first answer, how many answers came, and whether the connection was closed.</summary>
    public static async Task<string> SendAsync(Uri address, string request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        await client.Client.SendAsync(Encoding.Latin1.GetBytes(request), limit.Token);
        var (text, isClosed, buffer) = (new StringBuilder(), false, new byte[16 * 1024]);
        try
        {
            for (int read; !isClosed; text.Append(Encoding.Latin1.GetString(buffer, 0, read)))
            {
                isClosed = (read = await client.Client.ReceiveAsync(buffer, limit.Token)) == 0;
            }
        }
        catch (SocketException)
        {
            isClosed = true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Left open: said so below.
        }

        var answers = text.ToString().Split("HTTP/1.1 ").Skip(1).Select(answer => answer[..3]);
        return string.Join(", ", answers) + (isClosed ? ", closed" : ", open");
    }
}
