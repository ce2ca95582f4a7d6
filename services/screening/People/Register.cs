using Cnaim.Messaging;
using Cnaim.Screening.Consents;
using Cnaim.Screening.Identifiers;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.People;

/// <summary>Registering, reading and correcting people; the caller commits.</summary>
internal sealed class Register(
    PeopleStore store,
    ConsentStore consents,
    IdentifierStore identifiers,
    IdentifierHashes hashes,
    OfficeKeys keys,
    PersonName names,
    FindPeople find,
    CodeLists lists,
    OfficeTransaction transaction,
    TimeProvider clock)
{
    public async Task<Decision<PersonCreated>> AddAsync(PersonInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (input.Check(lists) is { } refusal)
        {
            return refusal;
        }

        var shown = IdentifierRules.CheckAll(input.Identifiers ?? [], actor, lists);
        if (!shown.IsAccepted)
        {
            return shown.Refusal;
        }

        var hashed = await HashAsync(shown.Event, cancellationToken);
        var personId = Guid.CreateVersion7(clock.GetUtcNow());
        var reference = await keys.RefAsync(actor.Office, personId, cancellationToken);
        var person = input.ToRecord(personId, "", names);
        var alike = await find.AlikeAsync(person, [.. hashed.Select(identifier => identifier.Hash)], actor, cancellationToken);
        var (letter, year) = (ProcessNumber.LetterOf(actor.Centre), clock.Today().Year);
        var running = await store.NextNumberAsync(letter, year, cancellationToken);
        person = person with { ProcessNumber = ProcessNumber.Format(letter, year, running) };
        await store.InsertAsync(person, cancellationToken);
        await store.AddRefAsync(personId, actor.Office, reference, cancellationToken);
        await store.AddCentreAsync(personId, actor, cancellationToken);
        foreach (var (identifier, hash) in hashed)
        {
            await identifiers.AddAsync(personId, identifier, hash, actor, cancellationToken);
        }

        Audit("person.registered", reference.Ref, actor);
        return new PersonCreated(reference.Ref, person.ProcessNumber, alike);
    }

    public async Task<Decision<PersonView>> GetAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await store.FindAsync(reference, actor, cancellationToken);
        Audit(person is null ? "person.read-denied" : "person.read", reference, actor);
        return person is null ? ScreeningRefusals.PersonNotFound : PersonView.Of(person, reference);
    }

    /// <summary>An office's own references of one person, so that it finds together what it kept under each.</summary>
    public async Task<Decision<PersonReferences>> ReferencesAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await store.FindAsync(reference, actor, cancellationToken);
        Audit(person is null ? "person.read-denied" : "person.read", reference, actor);
        return person is null ? ScreeningRefusals.PersonNotFound : new PersonReferences(await store.RefsAsync(person.PersonId, actor, cancellationToken));
    }

    /// <summary>Replaces what is known; <paramref name="check"/> looks at the present version first.</summary>
    public async Task<Decision<PersonView>> UpdateAsync(
        string reference, PersonInput input, Func<long, Refusal?> check, Actor actor, CancellationToken cancellationToken)
    {
        var known = await store.FindAsync(reference, actor, cancellationToken);
        if (known is null)
        {
            Audit("person.update-denied", reference, actor);
            return ScreeningRefusals.PersonNotFound;
        }

        if ((check(known.Version) ?? input.Check(lists) ?? input.CheckUpdate()) is { } refusal)
        {
            return refusal;
        }

        var person = input.ToRecord(known.PersonId, known.ProcessNumber, names, known.Version);
        if (!await store.UpdateAsync(person, cancellationToken))
        {
            return CommonRefusals.StaleVersion;
        }

        if (person.BornFirst != known.BornFirst)
        {
            await consents.EndGuardiansAsync(person.PersonId, person.BornFirst, cancellationToken);
        }

        Audit("person.updated", reference, actor);
        return PersonView.Of(person with { Version = person.Version + 1, IsProtected = known.IsProtected }, reference);
    }

    private async Task<IReadOnlyList<(CheckedIdentifier Identifier, byte[] Hash)>> HashAsync(CheckedIdentifier[] shown, CancellationToken cancellationToken)
    {
        var hashed = new List<(CheckedIdentifier, byte[])>(shown.Length);
        foreach (var identifier in shown)
        {
            hashed.Add((identifier, await hashes.HashAsync(identifier, cancellationToken)));
        }

        return hashed;
    }

    private void Audit(string action, string reference, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
}
