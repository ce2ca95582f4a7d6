using Cnaim.Messaging;
using Cnaim.Screening.Duplicates;
using Cnaim.Screening.Identifiers;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.People;

/// <summary>Who may be the same person, with what was said of each pair: who was decided about is left out, who waits for a decision comes first.</summary>
internal sealed class FindDuplicates(PeopleStore store, IdentifierStore identifiers, DuplicateStore duplicates, FindPeople find, OfficeTransaction transaction)
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
        var decided = await duplicates.DecidedAsync(person.PersonId, actor, cancellationToken);
        var open = await duplicates.OpenAsync(person.PersonId, actor, cancellationToken);
        var asked = open.Count is 0 ? [] : await store.OthersAsync([.. open.Keys], actor, cancellationToken);
        var ranked = (await find.RankAlikeAsync(person, hashes, asked, actor, cancellationToken))
            .Where(other => open.ContainsKey(other.Person.PersonId) || (find.IsSuspected(other) && !decided.Contains(other.Person.PersonId)))
            .OrderByDescending(other => open.ContainsKey(other.Person.PersonId));
        var items = new List<DuplicateCandidate>();
        foreach (var other in ranked.Take(FindPeople.MostSuspected))
        {
            items.Add(Candidate(await find.ToMatchAsync(other, actor, cancellationToken), other.Because, open.GetValueOrDefault(other.Person.PersonId), reference, actor));
        }

        return new DuplicatesFound(items);
    }

    private static DuplicateCandidate Candidate(PersonMatch match, IReadOnlyList<string> because, OpenMark? mark, string reference, Actor actor) => new()
    {
        Person = match.Person,
        Score = match.Score,
        Because = because,
        Proposal = mark is null
            ? null
            : new DuplicateProposal(mark.Status, mark.IsKept ? match.Person.Id : reference, string.Equals(mark.ProposedBy, actor.Subject, StringComparison.Ordinal), mark.ProposedAt),
    };
}
