using Dapper;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Counts rows by SQL, to see that a refused request left nothing behind.</summary>
internal static class Rows
{
    private static readonly (string Service, string Table)[] Written =
    [
        ("screening", "person"),
        ("screening", "interview"),
        ("screening", "consent"),
        ("screening", "disclosure"),
        ("reception", "referral_sent"),
        ("reception", "referral_timeline"),
        ("reception", "messaging.sent_event"),
        ("health", "referral_received"),
        ("health", "referral_timeline"),
        ("health", "case_file"),
        ("health", "messaging.sent_event"),
    ];

    /// <summary>Rows of every table that a request of the tests could write to.</summary>
    public static async Task<string> CountAllAsync(PlatformUnderTest platform)
    {
        var counts = new List<string>();
        foreach (var (service, table) in Written)
        {
            counts.Add($"{service}.{table}={await ScalarAsync<long>(platform, service, $"SELECT count(*) FROM {table}")}");
        }

        return string.Join(' ', counts);
    }

    public static async Task<T?> ScalarAsync<T>(PlatformUnderTest platform, string service, string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(platform.Demo.Databases[service]);
        return await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: TestContext.Current.CancellationToken));
    }
}
