using Npgsql;

namespace Cnaim.Data;

/// <summary>Completes a connection string with what every service needs; what the operator set is kept.</summary>
public static class DatabaseConnectionString
{
    // A transaction that waits for nothing must not pin the xmin horizon, and a dead peer is noticed in 25 s (reliability.md section 1.5).
    // A prepared statement keeps one plan: planning again for each call took longer than the call, and plans do not flip under load.
    private const string SessionOptions =
        "-c plan_cache_mode=force_generic_plan -c idle_in_transaction_session_timeout=10000 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c timezone=UTC";

    /// <summary>Adds pool size 8, prepared statements and session limits where they are not set.</summary>
    /// <param name="connectionString">As configured.</param>
    /// <param name="applicationName">Shown in <c>pg_stat_activity</c>.</param>
    public static string Complete(string connectionString, string applicationName)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        SetDefault(builder, "Maximum Pool Size", 8);
        SetDefault(builder, "Max Auto Prepare", 100);
        SetDefault(builder, "Auto Prepare Min Usages", 2);
        SetDefault(builder, "Timeout", 5);
        // Pooled sessions carry no state: the relay's lock lives on a connection of its own.
        SetDefault(builder, "No Reset On Close", true);
        SetDefault(builder, "Options", SessionOptions);
        SetDefault(builder, "Application Name", applicationName);
        return builder.ConnectionString;
    }

    /// <summary>For the few statements of a start: one session that is closed afterwards and waits as long as a migration takes.</summary>
    internal static string CompleteForOnce(string connectionString, string applicationName)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        SetDefault(builder, "Timeout", 5);
        SetDefault(builder, "Command Timeout", 0);
        SetDefault(builder, "Options", "-c timezone=UTC");
        SetDefault(builder, "Application Name", applicationName + " migrations");
        return builder.ConnectionString;
    }

    private static void SetDefault(NpgsqlConnectionStringBuilder builder, string key, object value)
    {
        // Not ContainsKey: Npgsql's answers whether such a key exists at all.
        if (!builder.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            builder[key] = value;
        }
    }
}
