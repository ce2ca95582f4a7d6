using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.Events;
using Dapper;
using Npgsql;

namespace Cnaim.Subscriptions.Feed;

/// <summary>Reads the log by position; no transaction stays open while somebody waits.</summary>
internal sealed class FeedStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How many rows of the log one statement looks at.</summary>
    public const int Part = 5000;

    public async Task<AgreementRow?> AgreementAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<AgreementRow>(new CommandDefinition(AgreementSql.Find, new { clientId }, cancellationToken: cancellationToken));
    }

    public Task<long> NewestAsync(CancellationToken cancellationToken) => NumberAsync(FeedSql.Newest, cancellationToken);

    /// <summary>Up to where events were dropped.</summary>
    public Task<long> FloorAsync(CancellationToken cancellationToken) => NumberAsync(FeedSql.Floor, cancellationToken);

    public async Task<FeedPart> ReadAsync(string clientId, long after, int limit, CancellationToken cancellationToken)
    {
        var parameters = new { clientId, after, limit, part = Part, today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<PartRow, KeptEvent?, (PartRow Part, KeptEvent? Event)>(
            new CommandDefinition(FeedSql.Read, parameters, cancellationToken: cancellationToken), (part, kept) => (part, kept), "position")).AsList();
        List<KeptEvent> events = [.. rows.Select(row => row.Event).OfType<KeptEvent>()];
        var isCut = events.Count == limit;
        return new FeedPart(events, isCut ? events[^1].Position : rows[0].Part.PartEnd ?? after, isCut || rows[0].Part.PartRows == Part);
    }

    private async Task<long> NumberAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    private sealed record PartRow
    {
        public long? PartEnd { get; init; }

        public long PartRows { get; init; }
    }
}

/// <summary>What a part of the log holds for a partner, and where the next begins.</summary>
internal sealed record FeedPart(IReadOnlyList<KeptEvent> Events, long Next, bool More);
