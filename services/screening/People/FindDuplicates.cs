using Cnaim.Messaging;
using Cnaim.Screening.Duplicates;
using Cnaim.Screening.Identifiers;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.People;

internal sealed class FindDuplicates(PeopleStore store, IdentifierStore identifiers, FindPeople find, OfficeTransaction transaction)
{
    public async Task<Decision<DuplicatesFound>> RunAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await store.FindAsync(reference, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = person is null ? "duplicates.read-denied" : "duplicates.read", RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
        if (person is null)
        {
            return ScreeningRefusals.PersonNotFound;
        }

        byte[][] hashes = [.. (await identifiers.OfPersonAsync(person.PersonId, actor, cancellationToken)).Select(row => row.ValueHash)];
        return new DuplicatesFound(await find.CandidatesAsync(person, hashes, reference, actor, cancellationToken));
    }
}
