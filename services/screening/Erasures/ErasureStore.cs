using System.Text.Json;
using Cnaim.Contracts;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Screening.Erasures;

/// <summary>Orders and their progress, inside the transaction of the call.</summary>
internal sealed class ErasureStore(OfficeTransaction transaction, TimeProvider clock)
{
    private const string Officer = "data-protection-officer";

    public static bool IsOfficer(Actor actor) => string.Equals(actor.Role, Officer, StringComparison.Ordinal);

    /// <summary>False when an order for this person is open already.</summary>
    public async Task<bool> InsertAsync(Guid erasureId, Guid personId, Actor actor, CancellationToken cancellationToken) =>
        await ExecuteAsync(ErasureSql.Insert, new { erasureId, personId, office = actor.Office, centre = actor.Centre, subject = actor.Subject, now = clock.GetUtcNow() }, cancellationToken) is 1;

    public async Task<ErasureRow?> FindAsync(string sql, Guid erasureId, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<ErasureRow>(
            transaction.Command(sql, new { erasureId, office = IsOfficer(actor) ? null : actor.Office, centre = actor.Centre }, cancellationToken));
    }

    public async Task<IReadOnlyList<ErasureRow>> ListAsync(Guid? after, int limit, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<ErasureRow>(
            transaction.Command(ErasureSql.List, new { after, limit, office = IsOfficer(actor) ? null : actor.Office, centre = actor.Centre }, cancellationToken))];
    }

    public async Task<ILookup<Guid, ErasureAtOfficeRow>> OfficesAsync(Guid[] erasureIds, CancellationToken cancellationToken) =>
        (await transaction.Connection.QueryAsync<ErasureAtOfficeRow>(transaction.Command(ErasureSql.Offices, new { erasureIds }, cancellationToken)))
            .ToLookup(office => office.ErasureId);

    /// <summary>The order by the id that one office knows it by; null for none of its own.</summary>
    public async Task<Guid?> OfOfficeAsync(Guid orderId, string office, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteScalarAsync<Guid?>(transaction.Command(ErasureSql.OfOffice, new { orderId, office }, cancellationToken));
    }

    public async Task<IReadOnlyList<KnownOffice>> KnownAtAsync(Guid personId, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<KnownOffice>(transaction.Command(ErasureSql.KnownAt, new { personId }, cancellationToken))];

    public Task AddOfficeAsync(Guid erasureId, string office, CancellationToken cancellationToken) =>
        ExecuteAsync(ErasureSql.AddOffice, new { erasureId, office }, cancellationToken);

    public Task OrderAsync(Guid erasureId, string office, CancellationToken cancellationToken) =>
        ExecuteAsync(ErasureSql.Order, new { erasureId, office, now = clock.GetUtcNow() }, cancellationToken);

    public Task DecideAsync(Guid erasureId, string status, Actor actor, CancellationToken cancellationToken) =>
        ExecuteAsync(ErasureSql.Decide, new { erasureId, status, subject = actor.Subject, now = clock.GetUtcNow() }, cancellationToken);

    public Task CountedAsync(Guid erasureId, string office, ErasedCount[] counts, string[] legalBases, CancellationToken cancellationToken) =>
        ExecuteAsync(ErasureSql.Counted, new { erasureId, office, counts = Json(counts), legalBases }, cancellationToken);

    /// <summary>False when the office was not told to erase.</summary>
    public async Task<bool> ConfirmedAsync(Guid erasureId, string office, ErasedCount[] counts, string[] legalBases, CancellationToken cancellationToken) =>
        await ExecuteAsync(ErasureSql.Confirmed, new { erasureId, office, counts = Json(counts), legalBases, now = clock.GetUtcNow() }, cancellationToken) is 1;

    public Task ConfirmDisclosuresAsync(Guid erasureId, string office, CancellationToken cancellationToken) =>
        ExecuteAsync(ErasureSql.ConfirmDisclosures, new { erasureId, office, now = clock.GetUtcNow() }, cancellationToken);

    public async Task EndConsentsAsync(Guid personId, CancellationToken cancellationToken)
    {
        await ExecuteAsync(ErasureSql.EndConsents, new { personId, now = clock.GetUtcNow() }, cancellationToken);
        await ExecuteAsync(ErasureSql.EndDisclosures, new { personId, now = clock.GetUtcNow() }, cancellationToken);
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }

    private static string Json(ErasedCount[] counts) => JsonSerializer.Serialize(counts, JsonSerializerOptions.Web);
}
