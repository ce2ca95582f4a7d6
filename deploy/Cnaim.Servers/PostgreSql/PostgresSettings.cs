using System.Globalization;

namespace Cnaim.Servers;

internal static class PostgresSettings
{
    // The longest path that a Unix socket may have, less the file's own name.
    private const int LongestSocketFolder = 85;

    public static IEnumerable<string> Arguments(PostgresOptions options, PostgresFolder folder, int port)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["listen_addresses"] = "127.0.0.1",
            ["unix_socket_directories"] = folder.Socket.Length > LongestSocketFolder ? "" : folder.Socket,
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["shared_buffers"] = string.Create(CultureInfo.InvariantCulture, $"{options.SharedBuffersMegabytes}MB"),
            ["jit"] = "off",
            ["timezone"] = "UTC",
            ["max_wal_size"] = "1GB",
            ["password_encryption"] = "scram-sha-256",
            // No statement, parameter or key value of a failed statement reaches the log: they may hold personal data.
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",
            ["log_parameter_max_length_on_error"] = "0",
            ["log_checkpoints"] = "off",
            ["log_line_prefix"] = "%m [%p] %d ",
            ["log_timezone"] = "UTC",
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return settings.SelectMany(setting => (string[])["-c", $"{setting.Key}={setting.Value}"]).Prepend(folder.Data).Prepend("-D");
    }
}
