using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Housing.Places;

/// <summary>Places, stays and the waiting list. Whoever changes beds locks the place first.</summary>
internal sealed class PlaceStore(OfficeTransaction transaction)
{
    public async Task InsertAsync(Guid placeId, string centre, NewPlace place, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        await ExecuteAsync(PlaceSql.Insert, new { placeId, centre, name = place.Name, capacity = place.Capacity }, cancellationToken);
    }

    public async Task<IReadOnlyList<Place>> ListAsync(string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<Place>(transaction.Command(PlaceSql.List, new { centre }, cancellationToken))];
    }

    /// <summary>Locks a place to the end of the transaction; null when it is not of this centre.</summary>
    public async Task<LockedPlace?> LockAsync(Guid placeId, string? centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await OneAsync<LockedPlace>(PlaceSql.Lock, new { placeId, centre }, cancellationToken);
    }

    public async Task<IReadOnlyCollection<int>> TakenBedsAsync(Guid placeId, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<int>(transaction.Command(PlaceSql.TakenBeds, new { placeId }, cancellationToken))];

    public Task<bool> IsThereAsync(Guid placeId, Guid caseId, CancellationToken cancellationToken) =>
        OneAsync<bool>(PlaceSql.IsThere, new { placeId, caseId }, cancellationToken);

    public Task<bool?> CaseIsOpenAsync(Guid caseId, string centre, CancellationToken cancellationToken) =>
        OneAsync<bool?>(PlaceSql.CaseIsOpen, new { caseId, centre }, cancellationToken);

    public async Task<Guid?> PlaceOfAsync(Guid stayId, string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await OneAsync<Guid?>(PlaceSql.PlaceOfStay, new { stayId, centre }, cancellationToken);
    }

    public Task<Stay?> LoadStayAsync(Guid stayId, CancellationToken cancellationToken) => OneAsync<Stay?>(PlaceSql.LoadStay, new { stayId }, cancellationToken);

    public async Task<Stay?> ExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await OneAsync<Stay?>(PlaceSql.Expired, new { now }, cancellationToken);
    }

    public Task InsertStayAsync(Stay stay, CancellationToken cancellationToken) => ExecuteAsync(PlaceSql.InsertStay, stay, cancellationToken);

    public Task SaveStayAsync(Stay stay, CancellationToken cancellationToken) => ExecuteAsync(PlaceSql.SaveStay, stay, cancellationToken);

    /// <summary>Puts a case at the end of the list and tells its position.</summary>
    public async Task<int> WaitAsync(Guid placeId, Guid caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ExecuteAsync(PlaceSql.InsertWaiting, new { placeId, caseId, now }, cancellationToken);
        return await OneAsync<int>(PlaceSql.WaitingCount, new { placeId }, cancellationToken);
    }

    public Task<int> WaitingAsync(Guid placeId, CancellationToken cancellationToken) => OneAsync<int>(PlaceSql.WaitingCount, new { placeId }, cancellationToken);

    /// <summary>Takes the first open case from the list; null when nobody waits.</summary>
    public Task<Guid?> TakeNextAsync(Guid placeId, CancellationToken cancellationToken) => OneAsync<Guid?>(PlaceSql.TakeNext, new { placeId }, cancellationToken);

    private Task<TRow?> OneAsync<TRow>(string sql, object parameters, CancellationToken cancellationToken) =>
        transaction.Connection.QuerySingleOrDefaultAsync<TRow>(transaction.Command(sql, parameters, cancellationToken));

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
}
