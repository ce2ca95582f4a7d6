using Cnaim.Launcher;
using Dapper;
using Npgsql;

namespace Cnaim.Cli.Auditing;

/// <summary>Reads a service's audit trail as its sealer does: reading only.</summary>
internal static class ShowEntries
{
    static ShowEntries() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public static async Task<IReadOnlyList<ShownEntry>> RunAsync(string connectionString, EntryFilter filter, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            var since = filter.Since?.ToUniversalTime();
            return [.. await connection.QueryAsync<ShownEntry>(new CommandDefinition(
                AuditSql.Entries, new { filter.RecordKind, filter.RecordId, since, filter.Limit }, cancellationToken: cancellationToken))];
        }
        catch (NpgsqlException cause)
        {
            throw new LauncherException(LauncherProblem.Failed, $"The database cannot be read: {cause.Message}", cause);
        }
    }
}
