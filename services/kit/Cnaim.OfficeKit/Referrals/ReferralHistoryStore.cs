using System.Runtime.CompilerServices;
using Cnaim.OfficeKit.Restricted;
using Dapper;
using Npgsql;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Reads an office's history row by row, however long it is.</summary>
internal sealed class ReferralHistoryStore(NpgsqlDataSource database)
{
    public async Task<HistoryExtent> ExtentAsync(RecordScope scope, HistoryFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<HistoryExtent>(new CommandDefinition(ReferralHistorySql.Extent, filter.Parameters(scope), cancellationToken: cancellationToken));
    }

    public async IAsyncEnumerable<ReferralHistoryRow> ReadAsync(RecordScope scope, HistoryFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await foreach (var row in connection.QueryUnbufferedAsync<ReferralHistoryRow>(ReferralHistorySql.Read, filter.Parameters(scope)).WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }
}

/// <summary>Which referrals a history has.</summary>
/// <param name="Direction"><c>both</c>, <c>sent</c> or <c>received</c>.</param>
/// <param name="From">The first moment of their making (UTC).</param>
/// <param name="Until">The moment after the last (UTC).</param>
internal sealed record HistoryFilter(string Direction, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>As the statements name them.</summary>
    public object Parameters(RecordScope scope) => new { scope.Centre, scope.Subject, scope.SeesUnnamed, Direction, From, Until, final = ReferralRules.FinalStatuses };
}

/// <summary>How many referrals a history has, and between which ids they lie, the highest first.</summary>
internal sealed record HistoryExtent
{
    public int Count { get; init; }

    public string? First { get; init; }

    public string? Last { get; init; }
}
