using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Consents;

internal sealed class ListConsents(PeopleStore people, ConsentStore store, OfficeTransaction transaction)
{
    public async Task<Decision<ConsentList>> RunAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var personId = await people.FindByRefAsync(reference, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = personId is null ? "consents.read-denied" : "consents.read", RecordKind = "person", RecordId = reference, Actor = actor });
        return personId is { } known
            ? new ConsentList([.. (await store.OfPersonAsync(known, reference, actor, cancellationToken)).Select(row => ConsentView.Of(row, actor.Office))])
            : ScreeningRefusals.PersonNotFound;
    }
}
