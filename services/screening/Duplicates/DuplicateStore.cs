using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Screening.Duplicates;

/// <summary>What offices said of pairs of records; inside the transaction of the call.</summary>
internal sealed class DuplicateStore(OfficeTransaction transaction, TimeProvider clock)
{
    public Task<DuplicateMark?> LockAsync(Guid keptId, Guid otherId, Actor actor, CancellationToken cancellationToken) =>
        transaction.Connection.QuerySingleOrDefaultAsync<DuplicateMark>(transaction.Command(DuplicateSql.Lock, new { office = actor.Office, keptId, otherId }, cancellationToken));

    public Task<bool> IsChainedAsync(Guid keptId, Guid otherId, Actor actor, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteScalarAsync<bool>(transaction.Command(DuplicateSql.IsChained, new { office = actor.Office, keptId, otherId }, cancellationToken));

    public Task SaveAsync(DuplicateMark mark, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var parameters = new
        {
            mark.PersonDuplicateId,
            office = actor.Office,
            mark.KeptId,
            mark.OtherId,
            mark.Status,
            mark.ProposedBy,
            mark.DecidedBy,
            decidedAt = mark.DecidedBy is null ? (DateTimeOffset?)null : now,
            now,
        };
        return transaction.Connection.ExecuteAsync(transaction.Command(DuplicateSql.Save, parameters, cancellationToken));
    }

    public async Task<IReadOnlyList<MergedRecord>> MergedWithAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<MergedRecord>(transaction.Command(DuplicateSql.MergedWith, new { office = actor.Office, centre = actor.Centre, subject = actor.Subject, personId }, cancellationToken))];

    /// <summary>What waits for somebody to decide, by the other person.</summary>
    public async Task<IReadOnlyDictionary<Guid, OpenMark>> OpenAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        (await transaction.Connection.QueryAsync<OpenMark>(transaction.Command(DuplicateSql.Open, new { office = actor.Office, personId }, cancellationToken)))
            .ToDictionary(mark => mark.PersonId);

    public async Task<IReadOnlyList<WaitingPair>> WaitingAsync(Guid? after, int limit, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var parameters = new { office = actor.Office, centre = actor.Centre, after, limit };
        return [.. await transaction.Connection.QueryAsync<WaitingPair>(transaction.Command(DuplicateSql.Waiting, parameters, cancellationToken))];
    }

    public async Task<IReadOnlySet<Guid>> DecidedAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        (await transaction.Connection.QueryAsync<Guid>(transaction.Command(DuplicateSql.Decided, new { office = actor.Office, personId }, cancellationToken))).ToHashSet();
}

/// <summary>A record that was merged with another; the kept one goes on.</summary>
internal sealed record MergedRecord
{
    public required Guid PersonId { get; init; }

    public required string ProcessNumber { get; init; }

    public required string Ref { get; init; }

    public required bool IsKept { get; init; }
}
