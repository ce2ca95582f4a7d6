using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Storage;
using Dapper;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Reads and writes of <c>appointment_wish</c>, inside the transaction.</summary>
internal sealed class WishStore(OfficeTransaction transaction)
{
    public Task<IReadOnlyList<AppointmentWish>> ListAsync(RecordScope scope, int limit, CancellationToken cancellationToken) =>
        QueryAsync<AppointmentWish>(WishSql.List, new { scope.Centre, scope.Subject, scope.SeesUnnamed, limit }, cancellationToken);

    public async Task<AppointmentWish?> LockAsync(Guid wishId, RecordScope scope, CancellationToken cancellationToken) =>
        (await QueryAsync<AppointmentWish>(WishSql.Lock, new { wishId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken)).SingleOrDefault();

    /// <summary>The place of each who waits at these centres, from 1.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> PlacesAsync(IEnumerable<string> centres, CancellationToken cancellationToken) =>
        (await QueryAsync<(Guid WishId, int Place)>(WishSql.Places, new { centres = centres.ToArray() }, cancellationToken)).ToDictionary(row => row.WishId, row => row.Place);

    /// <summary>Puts a person on a list.</summary>
    /// <returns>False when they are on it already.</returns>
    public async Task<bool> InsertAsync(AppointmentWish wish, CancellationToken cancellationToken) => await ExecuteAsync(WishSql.Insert, wish, cancellationToken) == 1;

    public Task DeleteAsync(Guid wishId, CancellationToken cancellationToken) => ExecuteAsync(WishSql.Delete, new { wishId }, cancellationToken);

    /// <summary>Collects what the end of a consent means for who waits for its referral.</summary>
    public void PurgeForReferral(Guid referralId) => transaction.Add(WishSql.PurgeForReferral, Parameter.Of("referralId", referralId));

    private async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<TRow>(transaction.Command(sql, parameters, cancellationToken))];
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }
}
