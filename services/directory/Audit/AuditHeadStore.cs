using System.Text.Json;
using Cnaim.Data;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Audit;

/// <summary>Reads and adds; nothing here is ever changed.</summary>
internal sealed class AuditHeadStore(NpgsqlDataSource database)
{
    public async Task<HeadVerdict> KeepAsync(string service, long sealNo, string head, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var last = await connection.QuerySingleOrDefaultAsync<AuditHead>(new CommandDefinition(AuditHeadSql.Last, new { service }, cancellationToken: cancellationToken));
        var verdict = AuditHeadRules.Judge(last, sealNo, head);
        if (verdict is HeadVerdict.Keep)
        {
            await connection.ExecuteAsync(new CommandDefinition(AuditHeadSql.Keep, new { service, sealNo, head }, cancellationToken: cancellationToken));
        }

        return verdict;
    }

    public async Task<IReadOnlyList<AuditHead>> ListAsync(string service, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<AuditHead>(new CommandDefinition(AuditHeadSql.List, new { service }, cancellationToken: cancellationToken))];
    }

    public async Task<KeptRoot?> LastRootAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await ReadLastAsync(connection, cancellationToken))?.ToRoot();
    }

    /// <summary>Takes a root over the present heads: when the last one is an hour old, or at once when it is asked for; never twice over the same heads.</summary>
    public async Task<KeptRoot?> TakeRootAsync(bool isAsked, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var last = await ReadLastAsync(connection, cancellationToken);
        var heads = (await connection.QueryAsync<AuditHead>(new CommandDefinition(AuditHeadSql.Present, cancellationToken: cancellationToken)))
            .Select(head => new AuditLeaf(head.Service, head.SealNo, head.Head)).OrderBy(leaf => leaf.Service, StringComparer.Ordinal).ToList();
        var isDue = last is null || last.IsDue || isAsked;
        if (heads.Count > 0 && isDue && !heads.SequenceEqual(last?.ToRoot().Heads ?? []))
        {
            var root = AuditRoot.Of(last?.Root, heads.Select(leaf => (leaf.Service, leaf.SealNo, leaf.Head)));
            var row = new { rootNo = (last?.RootNo ?? 0) + 1, root, leaves = JsonSerializer.Serialize(heads, JsonSerializerOptions.Web) };
            await connection.ExecuteAsync(new CommandDefinition(AuditHeadSql.KeepRoot, row, cancellationToken: cancellationToken));
            last = await ReadLastAsync(connection, cancellationToken);
        }

        return last?.ToRoot();
    }

    private static Task<RootRow?> ReadLastAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<RootRow>(new CommandDefinition(AuditHeadSql.LastRoot, cancellationToken: cancellationToken));

    private sealed record RootRow
    {
        public required long RootNo { get; init; }

        public required string Root { get; init; }

        public required DateTimeOffset KeptAt { get; init; }

        public required string Leaves { get; init; }

        public required bool IsDue { get; init; }

        public KeptRoot ToRoot() => new()
        {
            RootNo = RootNo,
            Root = Root,
            KeptAt = KeptAt,
            Heads = JsonSerializer.Deserialize<List<AuditLeaf>>(Leaves, JsonSerializerOptions.Web) ?? [],
        };
    }
}
