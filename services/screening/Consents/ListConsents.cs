using Cnaim.Messaging;
using Cnaim.Screening.DataProtection;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Consents;

internal sealed class ListConsents(PeopleStore people, ConsentStore store, SensitiveOffices offices, OfficeTransaction transaction)
{
    public async Task<Decision<ConsentList>> RunAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindByRefAsync(reference, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = person is null ? "consents.read-denied" : "consents.read", RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
        return person is not null
            ? new ConsentList([.. (await store.OfPersonAsync(person.PersonId, reference, actor, cancellationToken)).Select(row => ConsentView.Of(row, actor.Office, offices))])
            : ScreeningRefusals.PersonNotFound;
    }

    public async Task<Decision<ConsentView>> GetAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var consent = await store.FindAsync(id, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = consent is null ? "consent.read-denied" : "consent.read", RecordKind = "consent", RecordId = id.ToString(), Actor = actor });
        return consent is null ? ScreeningRefusals.ConsentNotFound : ConsentView.Of(consent, actor.Office, offices);
    }

    /// <summary>What went out under a consent, and which receivers have confirmed its end.</summary>
    public async Task<Decision<ConsentDisclosures>> DisclosuresAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var consent = await store.FindAsync(id, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = consent is null ? "consent.read-denied" : "consent.read", RecordKind = "consent", RecordId = id.ToString(), Actor = actor });
        return consent is null
            ? ScreeningRefusals.ConsentNotFound
            : new ConsentDisclosures([.. (await store.DisclosuresAsync(id, actor, cancellationToken)).Select(sent => sent with
            {
                Office = offices.For(sent.Office, actor.Office),
                ConfirmBy = sent.WithdrawnAt + DataProtectionLists.ConfirmWithin,
            })]);
    }
}
