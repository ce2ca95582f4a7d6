using System.Globalization;

namespace Cnaim.Servers;

internal static class BrokerFailure
{
    public static string Explain(ChildProcess process, int port)
    {
        var last = process.LastLines(40);
        return true switch
        {
            _ when last.Contains("enospc", StringComparison.OrdinalIgnoreCase) => $"The disk is full: free space for {Path.GetDirectoryName(process.Log)}.",
            _ when last.Contains("eaddrinuse", StringComparison.Ordinal) =>
                string.Create(CultureInfo.InvariantCulture, $"Port {port} is taken by another program; end it or start again with another port."),
            _ => $"{process.Name} did not start; read its log {process.Log}.",
        };
    }
}
