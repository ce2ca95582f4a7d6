using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Emergencies;

/// <summary>What happens after a record was opened: a second person looks at it, and the person is told. The caller commits.</summary>
internal sealed class ReviewEmergency(EmergencyStore store, PeopleStore people, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<EmergencyView>> ConfirmAsync(Guid id, bool isJustified, Actor actor, CancellationToken cancellationToken)
    {
        if (await store.LockAsync(id, actor, cancellationToken) is not { } access)
        {
            return ScreeningRefusals.EmergencyNotFound;
        }

        if (string.Equals(access.Subject, actor.Subject, StringComparison.Ordinal) || actor.IsService)
        {
            Audit("emergency-access.confirm-denied", id, actor);
            return ScreeningRefusals.SecondPersonNeeded;
        }

        if (access.Verdict is not null || access.ConfirmBy <= clock.GetUtcNow())
        {
            return ScreeningRefusals.EmergencyClosed;
        }

        var verdict = isJustified ? "justified" : "not-justified";
        await store.ConfirmAsync(id, verdict, actor, cancellationToken);
        Audit("emergency-access." + verdict, id, actor);
        return View(access with { Verdict = verdict, ConfirmedBy = actor.Subject });
    }

    public async Task<EmergencyPage> ListAsync(Guid? after, Actor actor, CancellationToken cancellationToken)
    {
        const int Size = 50;
        var rows = await store.OfCentreAsync(after, Size + 1, actor, cancellationToken);
        Audit("emergency-access.listed", after ?? Guid.Empty, actor);
        return new EmergencyPage([.. rows.Take(Size).Select(View)], rows.Count > Size ? rows[Size - 1].EmergencyAccessId : null);
    }

    public async Task<Decision<NoticeList>> NoticesAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(reference, actor, cancellationToken);
        AuditPerson(person is null ? "notices.read-denied" : "notices.read", reference, actor);
        return person is null ? ScreeningRefusals.PersonNotFound : new NoticeList(await store.NoticesAsync(person.PersonId, cancellationToken));
    }

    public async Task<Decision<NoticeList>> GiveAsync(string reference, Guid noticeId, Actor actor, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(reference, actor, cancellationToken) is not { } person)
        {
            AuditPerson("notice.give-denied", reference, actor);
            return ScreeningRefusals.PersonNotFound;
        }

        if (!await store.GiveNoticeAsync(noticeId, person.PersonId, actor, cancellationToken))
        {
            return ScreeningRefusals.NoticeNotFound;
        }

        transaction.Audit(new AuditEntry { Action = "notice.given", RecordKind = "notice", RecordId = noticeId.ToString(), Actor = actor });
        return new NoticeList(await store.NoticesAsync(person.PersonId, cancellationToken));
    }

    private EmergencyView View(EmergencyRow access) => new()
    {
        Id = access.EmergencyAccessId,
        OpenedBy = access.Subject,
        Reason = access.Reason,
        Note = store.Open(access),
        GrantedAt = access.GrantedAt,
        ExpiresAt = access.ExpiresAt,
        ConfirmBy = access.ConfirmBy,
        Verdict = access.Verdict,
        ConfirmedBy = access.ConfirmedBy,
    };

    private void AuditPerson(string action, string reference, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });

    private void Audit(string action, Guid id, Actor actor) => transaction.Audit(new AuditEntry
    {
        Action = action,
        RecordKind = "emergency-access",
        RecordId = id.ToString(),
        Actor = actor,
        Purpose = Purpose.Emergency,
    });
}
