using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Identifiers;

/// <summary>The numbers of one person that the calling office was shown. The caller commits.</summary>
internal sealed class KeepIdentifiers(PeopleStore people, IdentifierStore store, IdentifierHashes hashes, CodeLists lists, OfficeTransaction transaction)
{
    public async Task<Decision<IdentifierList>> ListAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(reference, actor, cancellationToken);
        Audit(person is null ? "identifiers.read-denied" : "identifiers.read", reference, actor);
        return person is null
            ? ScreeningRefusals.PersonNotFound
            : new IdentifierList([.. (await store.OfPersonAsync(person.PersonId, actor, cancellationToken)).Select(row => IdentifierView.Masked(row, store.Open(row)))], person.Version);
    }

    /// <summary>One number in full; who has no need of it reads the list.</summary>
    public async Task<Decision<IdentifierView>> ShowAsync(string reference, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(reference, actor, cancellationToken);
        var found = person is null ? null : (await store.OfPersonAsync(person.PersonId, actor, cancellationToken)).FirstOrDefault(row => row.IdentifierId == id);
        Audit(found is null ? "identifier.show-denied" : "identifier.shown", reference, actor);
        return (person, found) switch
        {
            (null, _) => ScreeningRefusals.PersonNotFound,
            (_, null) => ScreeningRefusals.IdentifierNotFound,
            _ => IdentifierView.Of(found, store.Open(found)),
        };
    }

    public async Task<Decision<IdentifierView>> AddAsync(string reference, IdentifierInput input, Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(reference, actor, cancellationToken);
        if (person is null)
        {
            Audit("identifier.add-denied", reference, actor);
            return ScreeningRefusals.PersonNotFound;
        }

        var decision = IdentifierRules.Check(input, "", actor, lists);
        if (!decision.IsAccepted)
        {
            return decision.Refusal;
        }

        if (await store.AddAsync(person.PersonId, decision.Event, await hashes.HashAsync(decision.Event, cancellationToken), actor, cancellationToken) is not { } row)
        {
            return ScreeningRefusals.IdentifierKnown;
        }

        await store.TouchAsync(person.PersonId, cancellationToken);
        Audit("identifier.added", reference, actor);
        return IdentifierView.Masked(row, store.Open(row));
    }

    public async Task<Decision<IdentifierRemoved>> RemoveAsync(string reference, Guid id, Func<long, Refusal?> check, Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(reference, actor, cancellationToken);
        if (person is null)
        {
            Audit("identifier.remove-denied", reference, actor);
            return ScreeningRefusals.PersonNotFound;
        }

        if (check(person.Version) is { } refusal)
        {
            return refusal;
        }

        if (!await store.RemoveAsync(id, person.PersonId, actor, cancellationToken))
        {
            return ScreeningRefusals.IdentifierNotFound;
        }

        Audit("identifier.removed", reference, actor);
        return new IdentifierRemoved(await store.TouchAsync(person.PersonId, cancellationToken));
    }

    private void Audit(string action, string reference, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
}
