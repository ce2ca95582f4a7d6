using Cnaim.Mediation.Matching;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Mediation.Interpreting;

/// <summary>Telephone translations of a counter, and which lines are taken.</summary>
internal sealed class InterpretingStore(OfficeTransaction transaction)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>Takes the one turn for whoever is about to take a line, to the end of the transaction.</summary>
    public Task TakeTurnAsync(CancellationToken cancellationToken) => ExecuteAsync(InterpretingSql.TakeTurn, null, cancellationToken);

    public Task<IReadOnlyList<InterpretingRequest>> ListAsync(TimeSlot period, Guid? after, int limit, Actor actor, CancellationToken cancellationToken) =>
        QueryAsync<InterpretingRequest>(InterpretingSql.List, new { office = actor.Office, centre = actor.Centre, from = period.From, until = period.Until, after, limit }, cancellationToken);

    public async Task<InterpretingRequest?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        (await QueryAsync<InterpretingRequest>(InterpretingSql.Find, new { id, office = actor.Office, centre = actor.Centre }, cancellationToken)).SingleOrDefault();

    public async Task<InterpretingRequest?> LockAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        (await QueryAsync<InterpretingRequest>(InterpretingSql.Lock, new { id, office = actor.Office, centre = actor.Centre }, cancellationToken)).SingleOrDefault();

    public async Task<IReadOnlyList<BusyLine>> BusyAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<InterpretingRequest>(InterpretingSql.Busy, new { from }, cancellationToken)).Select(request => Busy(request, from))];

    public Task InsertAsync(InterpretingRequest request, CancellationToken cancellationToken) => ExecuteAsync(InterpretingSql.Insert, request, cancellationToken);

    public Task SaveAsync(InterpretingRequest request, CancellationToken cancellationToken) => ExecuteAsync(InterpretingSql.Save, request, cancellationToken);

    // A call that takes longer than planned is expected to end soon, and has not ended.
    private static BusyLine Busy(InterpretingRequest request, DateTimeOffset from) =>
        new(request.Provider!, request.Language, request.PlannedUntil > from ? request.Call : request.Call with { Until = from + Soon });

    private async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<TRow>(transaction.Command(sql, parameters, cancellationToken))];
    }

    private async Task ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }
}
