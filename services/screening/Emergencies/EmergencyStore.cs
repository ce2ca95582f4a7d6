using System.Text;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Protection;
using Dapper;

namespace Cnaim.Screening.Emergencies;

internal sealed class EmergencyStore(OfficeTransaction transaction, FieldProtection protection, TimeProvider clock)
{
    public async Task InsertAsync(EmergencyRow access, CancellationToken cancellationToken)
    {
        await transaction.Connection.ExecuteAsync(transaction.Command(EmergencySql.Insert, access, cancellationToken));
        await transaction.Connection.ExecuteAsync(transaction.Command(
            EmergencySql.AddNotice,
            new { noticeId = Guid.CreateVersion7(access.GrantedAt), access.PersonId, recordId = access.EmergencyAccessId, now = access.GrantedAt },
            cancellationToken));
    }

    public async Task<EmergencyRecordRow?> ReadAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<EmergencyRecordRow>(transaction.Command(
            EmergencySql.Read, new { id, office = actor.Office, centre = actor.Centre, subject = actor.Subject, now = clock.GetUtcNow() }, cancellationToken));
    }

    public async Task<EmergencyRow?> LockAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<EmergencyRow>(transaction.Command(
            EmergencySql.Lock, new { id, office = actor.Office, centre = actor.Centre }, cancellationToken));
    }

    public Task ConfirmAsync(Guid id, string verdict, Actor actor, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(
            EmergencySql.Confirm, new { id, verdict, subject = actor.Subject, now = clock.GetUtcNow() }, cancellationToken));

    public async Task<IReadOnlyList<EmergencyRow>> OfCentreAsync(Guid? after, int limit, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var parameters = new { office = actor.Office, centre = actor.Centre, after, limit, since = clock.GetUtcNow().AddDays(-30) };
        return [.. await transaction.Connection.QueryAsync<EmergencyRow>(transaction.Command(EmergencySql.OfCentre, parameters, cancellationToken))];
    }

    public async Task<IReadOnlyList<EmergencyRow>> ReportedAsync(Guid? after, int limit, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<EmergencyRow>(transaction.Command(
            EmergencySql.Reported, new { after, limit, now = clock.GetUtcNow() }, cancellationToken))];
    }

    public async Task<IReadOnlyList<NoticeView>> NoticesAsync(Guid personId, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<NoticeView>(transaction.Command(EmergencySql.Notices, new { personId }, cancellationToken))];

    /// <summary>False when there is none, or it was given.</summary>
    public async Task<bool> GiveNoticeAsync(Guid noticeId, Guid personId, Actor actor, CancellationToken cancellationToken) =>
        await transaction.Connection.ExecuteAsync(transaction.Command(
            EmergencySql.GiveNotice, new { noticeId, personId, subject = actor.Subject, now = clock.GetUtcNow() }, cancellationToken)) is 1;

    public byte[] Seal(string note, Guid id) => protection.Protect(Encoding.UTF8.GetBytes(note), id);

    public string Open(EmergencyRow access) => Encoding.UTF8.GetString(protection.Unprotect(access.Note, access.EmergencyAccessId));
}
