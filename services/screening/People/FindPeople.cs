using Cnaim.Messaging;
using Cnaim.Screening.Identifiers;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.People;

/// <summary>Search before create: only people whom the calling centre knows; an intake office also finds who shows a process number.</summary>
internal sealed class FindPeople(
    PeopleStore store,
    OfficeKeys keys,
    IdentifierHashes hashes,
    CodeLists lists,
    PersonName names,
    PersonMatcher matcher,
    IOptions<PeopleOptions> options,
    SearchQuota quota,
    OfficeTransaction transaction)
{
    public const int MostSuspected = 5;

    private const int DefaultLimit = 20;
    private const int MaximumLimit = 50;
    private const int ShortestName = 2;

    public async Task<Decision<PeopleFound>> SearchAsync(SearchPeople search, Actor actor, CancellationToken cancellationToken)
    {
        if (!quota.TryTake(actor))
        {
            return ScreeningRefusals.TooManySearches;
        }

        var found = search switch
        {
            { ProcessNumber.Length: > 0 } => await ByNumberAsync(search.ProcessNumber, actor, cancellationToken),
            { Identifier: { } query } when IdentifierRules.Normalise(query.Type, query.Value, query.Country, lists) is { } identifier => await ByIdentifierAsync(identifier, actor, cancellationToken),
            { Name: { } name } when AnswerText.IsClean(name) && names.Searchable([name]).Length >= ShortestName => await ByNameAsync(search, actor, cancellationToken),
            _ => null,
        };
        if (found is null)
        {
            return ScreeningRefusals.SearchInvalid;
        }

        transaction.Audit(new AuditEntry { Action = "people.searched", RecordKind = "people", RecordId = "search", Actor = actor });
        return new PeopleFound([.. found.Take(Math.Clamp(search.Limit ?? DefaultLimit, 1, MaximumLimit))]);
    }

    /// <summary>People of the calling centre who may be the same person.</summary>
    /// <param name="person">Whom they may be.</param>
    /// <param name="identifiers">The hashes of that person's numbers.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<PersonMatch>> AlikeAsync(PersonRecord person, byte[][] identifiers, Actor actor, CancellationToken cancellationToken)
    {
        var matches = new List<PersonMatch>();
        foreach (var ranked in (await RankAlikeAsync(person, identifiers, [], actor, cancellationToken)).Where(IsSuspected).Take(MostSuspected))
        {
            matches.Add(await ToMatchAsync(ranked, actor, cancellationToken));
        }

        return matches;
    }

    private async Task<IReadOnlyList<PersonMatch>> ByIdentifierAsync(CheckedIdentifier identifier, Actor actor, CancellationToken cancellationToken)
    {
        var hash = await hashes.HashAsync(identifier, cancellationToken);
        var found = await store.SearchIdentifierAsync([hash], actor, cancellationToken);
        string[] shared = [Convert.ToHexString(hash)];
        return await ScoreAsync(found.Select(person => person with { SharedIdentifiers = shared }), MatchFacts.None with { Identifiers = shared }, actor, cancellationToken);
    }

    private async Task<IReadOnlyList<PersonMatch>> ByNameAsync(SearchPeople search, Actor actor, CancellationToken cancellationToken)
    {
        var name = names.Searchable([search.Name]);
        var birth = search.Birth is { } text && PersonBirth.TryParse(text, out var date) ? date : (ApproximateDate?)null;
        var facts = new MatchFacts(name, birth, search.Nationality is { Length: > 0 } code ? [code] : []);
        return await ScoreAsync(await store.SearchAsync(name, actor, cancellationToken), facts, actor, cancellationToken);
    }

    private async Task<IReadOnlyList<PersonMatch>> ByNumberAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        var isIntake = options.Value.IntakeOffices.Contains(actor.Office, StringComparer.Ordinal);
        var person = ProcessNumber.IsValid(number) ? await store.FindByNumberAsync(number, isIntake, actor, cancellationToken) : null;
        if (person is null)
        {
            return [];
        }

        await store.AddRefAsync(person.PersonId, actor.Office, await keys.RefAsync(actor.Office, person.PersonId, cancellationToken), cancellationToken);
        await store.AddCentreAsync(person.PersonId, actor, cancellationToken);
        var references = await store.RefsAsync(person.PersonId, actor, cancellationToken);
        return [new PersonMatch(PersonView.Of(person, references[0]), 1)];
    }

    /// <summary>Everybody whom a name or a number finds beside one person, and those who are asked about, the most alike first.</summary>
    public async Task<IEnumerable<RankedPerson>> RankAlikeAsync(
        PersonRecord person, byte[][] identifiers, IReadOnlyList<PersonRecord> asked, Actor actor, CancellationToken cancellationToken)
    {
        string[] shared = [.. identifiers.Select(Convert.ToHexString)];
        var sharing = shared.Length is 0 ? [] : await store.SearchIdentifierAsync(identifiers, actor, cancellationToken);
        var named = person.SearchName.Length < ShortestName ? [] : await store.SearchAsync(person.SearchName, actor, cancellationToken);
        var others = sharing.Select(other => other with { SharedIdentifiers = shared }).Concat(named).Concat(asked)
            .DistinctBy(other => other.PersonId).Where(other => other.PersonId != person.PersonId);
        return Rank(others, person.Facts with { Identifiers = shared });
    }

    private async Task<IReadOnlyList<PersonMatch>> ScoreAsync(IEnumerable<PersonRecord> people, MatchFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        var matches = new List<PersonMatch>();
        foreach (var ranked in Rank(people, facts))
        {
            matches.Add(await ToMatchAsync(ranked, actor, cancellationToken));
        }

        return matches;
    }

    public bool IsSuspected(RankedPerson ranked) => ranked.Score >= matcher.Threshold;

    private IEnumerable<RankedPerson> Rank(IEnumerable<PersonRecord> people, MatchFacts facts) => people
        .Select(person => new RankedPerson(person, Math.Round(matcher.Score(facts, person.Facts), 3), matcher.Because(facts, person.Facts)))
        .OrderByDescending(ranked => ranked.Score);

    public async Task<PersonMatch> ToMatchAsync(RankedPerson ranked, Actor actor, CancellationToken cancellationToken) =>
        new(PersonView.Of(ranked.Person, ranked.Person.Ref ?? (await keys.RefAsync(actor.Office, ranked.Person.PersonId, cancellationToken)).Ref), ranked.Score);
}

/// <summary>Somebody who may be the same, how much so and why.</summary>
internal sealed record RankedPerson(PersonRecord Person, double Score, IReadOnlyList<string> Because);

internal sealed record PeopleFound(IReadOnlyList<PersonMatch> Items);
