using Cnaim.Messaging;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.People;

/// <summary>Search before create: only people whom the calling centre knows; an intake office also finds who shows a process number.</summary>
internal sealed class FindPeople(
    PeopleStore store, OfficeKeys keys, PersonName names, PersonMatcher matcher, IOptions<PeopleOptions> options, SearchQuota quota, OfficeTransaction transaction)
{
    private const int DefaultLimit = 20;
    private const int MaximumLimit = 50;
    private const int ShortestName = 2;
    private const int MostSuspected = 5;

    public async Task<Decision<PeopleFound>> SearchAsync(SearchPeople search, Actor actor, CancellationToken cancellationToken)
    {
        if (!quota.TryTake(actor))
        {
            return ScreeningRefusals.TooManySearches;
        }

        var found = search switch
        {
            { ProcessNumber.Length: > 0 } => await ByNumberAsync(search.ProcessNumber, actor, cancellationToken),
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
    public async Task<IReadOnlyList<PersonMatch>> AlikeAsync(PersonRecord person, Actor actor, CancellationToken cancellationToken) =>
        person.SearchName.Length < ShortestName
            ? []
            : [.. (await ScoreAsync(person.SearchName, person.Facts, actor, cancellationToken))
                .Where(match => match.Match.Score >= matcher.Threshold && match.PersonId != person.PersonId)
                .Take(MostSuspected)
                .Select(match => match.Match)];

    private async Task<IReadOnlyList<PersonMatch>> ByNameAsync(SearchPeople search, Actor actor, CancellationToken cancellationToken)
    {
        var name = names.Searchable([search.Name]);
        var birth = search.Birth is { } text && PersonBirth.TryParse(text, out var date) ? date : (ApproximateDate?)null;
        var facts = new MatchFacts(name, birth, search.Nationality is { Length: > 0 } code ? [code] : []);
        return [.. (await ScoreAsync(name, facts, actor, cancellationToken)).Select(match => match.Match)];
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

    private async Task<IReadOnlyList<(Guid PersonId, PersonMatch Match)>> ScoreAsync(string name, MatchFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        var matches = new List<(Guid PersonId, PersonMatch Match)>();
        foreach (var person in await store.SearchAsync(name, actor, cancellationToken))
        {
            var reference = person.Ref ?? (await keys.RefAsync(actor.Office, person.PersonId, cancellationToken)).Ref;
            matches.Add((person.PersonId, new PersonMatch(PersonView.Of(person, reference), Math.Round(matcher.Score(facts, person.Facts), 3))));
        }

        return [.. matches.OrderByDescending(match => match.Match.Score)];
    }
}

internal sealed record PeopleFound(IReadOnlyList<PersonMatch> Items);
