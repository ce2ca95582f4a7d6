using System.Net;
using Npgsql;

namespace Cnaim.Data;

/// <summary>What may leave this machine unencrypted: nothing, unless a key says that a private network protects it.</summary>
public static class RemoteHosts
{
    /// <summary>Whether a host is this machine: a loopback address, <c>localhost</c>, or a folder of a Unix socket.</summary>
    /// <param name="host">A name, an address or a folder.</param>
    public static bool IsLocal(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.StartsWith('/') || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>Refuses a connection to another machine whose certificate is not verified.</summary>
    /// <param name="key">The configuration key, for the message.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="isAllowed"><c>Database__AllowRemoteClearText</c>.</param>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public static void RequireProtection(string key, string connectionString, bool isAllowed)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var isProtected = builder.SslMode is SslMode.VerifyFull or SslMode.VerifyCA || (builder.Host ?? "localhost").Split(',').All(host => IsLocal(WithoutPort(host.Trim())));
        if (!isProtected && !isAllowed)
        {
            throw new InvalidOperationException(
                $"{key} leads to another machine without a verified certificate: add SSL Mode=VerifyFull, or set Database__AllowRemoteClearText=true where a private network protects it.");
        }
    }

    // host:port, while a bare IPv6 address has more than one colon.
    private static string WithoutPort(string host) => host.Count(character => character == ':') == 1 ? host[..host.IndexOf(':', StringComparison.Ordinal)] : host;
}
