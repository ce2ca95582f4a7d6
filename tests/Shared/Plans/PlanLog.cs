using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Cnaim.Testing.Plans;

/// <summary>
/// What one replica of a service asks its database, statement by statement with the plan of each: PostgreSQL writes both into its log for sessions that begin while
/// <see cref="OpenAsync"/> is in force. The replica is known by its application name.
/// </summary>
internal sealed partial class PlanLog(string adminConnectionString, string log, string database, string application)
{
    private readonly HashSet<string> _byItself = new(StringComparer.Ordinal);

    /// <summary>New sessions on the database tell their plans.</summary>
    public Task OpenAsync() => SetAsync("SET session_preload_libraries = 'auto_explain'", "SET auto_explain.log_min_duration = 0", "SET auto_explain.log_format = 'json'");

    /// <summary>New sessions are silent again; those that tell go on.</summary>
    public Task CloseAsync() => SetAsync("RESET session_preload_libraries", "RESET auto_explain.log_min_duration", "RESET auto_explain.log_format");

    /// <summary>Learns what the replica asks while nobody calls it; messages that arrive meanwhile are audited like calls, so that entry is not its own.</summary>
    public async Task LearnAsync(TimeSpan time)
    {
        var start = new FileInfo(log).Length;
        await Task.Delay(time);
        _byItself.UnionWith((await ReadAsync(start)).Select(QueryOf).Where(query => !query.Contains("audit_entry", StringComparison.Ordinal)));
    }

    /// <summary>The statements and plans of one call, in their order.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> call)
    {
        var start = new FileInfo(log).Length;
        await call();
        return [.. (await ReadAsync(start)).Where(statement => !_byItself.Contains(QueryOf(statement)) && !IsOfTheKit(statement))];
    }

    private static string QueryOf(string statement) => statement[..statement.IndexOf('\u0000', StringComparison.Ordinal)];

    // Relay, inbox, sealer and rules watch work whenever there is something to do.
    private static bool IsOfTheKit(string statement) =>
        statement.Contains("messaging.", StringComparison.Ordinal) || statement.Contains("audit_seal", StringComparison.Ordinal) || statement.Contains("pg_", StringComparison.Ordinal)
        || statement.Contains("rules_version", StringComparison.Ordinal);

    [GeneratedRegex(@"\[(?<pid>[0-9]+)\] [^\n]*plan:\n(?<plan>(?:\t[^\n]*\n)+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Entry();

    private async Task<IReadOnlyList<string>> ReadAsync(long start)
    {
        await using var connection = new NpgsqlConnection(adminConnectionString);
        var sessions = (await connection.QueryAsync<int>("SELECT pid FROM pg_stat_activity WHERE application_name = @application", new { application })).ToHashSet();
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(start, SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        return [.. Entry().Matches(text).Where(entry => sessions.Contains(int.Parse(entry.Groups["pid"].Value, provider: null))).Select(entry => Told(entry.Groups["plan"].Value))];
    }

    private static string Told(string json)
    {
        using var document = JsonDocument.Parse(json);
        var plan = new StringBuilder(document.RootElement.GetProperty("Query Text").GetString()).Append('\u0000');
        Describe(document.RootElement.GetProperty("Plan"), plan);
        return plan.ToString();
    }

    // Nodes, tables and indexes; the estimates beside them move with every row that other tests write.
    private static void Describe(JsonElement node, StringBuilder plan)
    {
        plan.Append(node.GetProperty("Node Type").GetString());
        foreach (var part in (string[])["Relation Name", "Index Name", "Join Type", "Index Cond", "Filter", "Join Filter", "Hash Cond"])
        {
            if (node.TryGetProperty(part, out var value))
            {
                plan.Append(' ').Append(Literal().Replace(value.GetString()!, "?"));
            }
        }

        if (node.TryGetProperty("Plans", out var children))
        {
            plan.Append('(');
            foreach (var child in children.EnumerateArray())
            {
                Describe(child, plan);
            }

            plan.Append(')');
        }
    }

    [GeneratedRegex("'(?:[^']|'')*'|\\$[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Literal();

    private async Task SetAsync(params string[] settings)
    {
        await using var connection = new NpgsqlConnection(adminConnectionString);
        foreach (var setting in settings)
        {
            await connection.ExecuteAsync($"ALTER DATABASE {database} {setting}");
        }
    }
}
