using Dapper;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Every place outside the tables of records where something about a person could have been left.</summary>
internal static class Traces
{
    private const string Messages = """
        SELECT 'sent ' || event_type, convert_from(body, 'UTF8') FROM messaging.sent_event
        UNION ALL SELECT 'outbox', COALESCE(last_error, '') FROM messaging.outbox
        UNION ALL SELECT 'parked', convert_from(envelope, 'UTF8') FROM messaging.parked
        UNION ALL SELECT 'failed', f::text FROM messaging.failed AS f
        UNION ALL SELECT 'audit', a::text FROM audit_entry AS a
        """;

    /// <summary>What was exported comes last and is made while it is read: a run exports more than one text can hold.</summary>
    public static async Task<IEnumerable<(string Place, string Text)>> CollectAsync(PlatformUnderTest platform)
    {
        var places = new List<(string, string)> { ("queues", await BrokerAsync(platform)) };
        foreach (var file in Directory.EnumerateFiles(platform.Home, "*.log*", SearchOption.AllDirectories))
        {
            places.Add((Path.GetRelativePath(platform.Home, file), await ReadAsync(file)));
        }

        foreach (var (code, connection) in platform.Demo.Databases.Where(database => platform.Handle.BrokerUrlOf(database.Key) is not null))
        {
            await using var database = new NpgsqlConnection(connection);
            places.AddRange((await database.QueryAsync<(string, string)>(Messages)).Select(row => ($"{code}: {row.Item1}", row.Item2)));
        }

        return places.Concat(platform.Telemetry.Texts.Select(text => ("telemetry", text)));
    }

    private static async Task<string> BrokerAsync(PlatformUnderTest platform)
    {
        var broker = platform.Handle.Broker!;
        var lists = new List<string>();
        foreach (var list in (string[])["list_queues", "list_exchanges", "list_bindings"])
        {
            lists.Add(await broker.ControlAsync([list, "-p", "cnaim"]));
        }

        lists.Add(await broker.ControlAsync(["list_connections", "name", "client_properties"]));
        return string.Join('\n', lists);
    }

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
