using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S11: who may be the same person, side by side. One says so and another decides; whoever cannot tell leaves it to the coordinator.</summary>
internal sealed class DuplicatesModel : CounterPage
{
    private const int Most = 3;
    private static readonly Dictionary<string, string> Outcomes = new(StringComparer.Ordinal) { ["same"] = "marked-duplicate", ["distinct"] = "marked-distinct", ["unsure"] = "unsure" };

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    /// <summary>The field's name, this record, and each candidate.</summary>
    public IReadOnlyList<Column> Columns => [new(Words["Match_Field"]), new(Words.Format("Match_This", Person.ProcessNumber)), .. Candidates.Select(candidate => new Column(candidate.Person.ProcessNumber))];

    public IEnumerable<(string Name, string Mine, IReadOnlyList<(string Value, string Compared)> Theirs)> Rows
    {
        get
        {
            var theirs = Candidates.Select(candidate => PersonFields.Of(candidate.Person, Words)).ToList();
            return PersonFields.Of(Person, Words).Select((own, index) => (own.Name, own.Value,
                (IReadOnlyList<(string, string)>)[.. theirs.Select(fields => (fields[index].Value, PersonFields.Compare(own.Value, fields[index].Value)))]));
        }
    }

    public async Task<IActionResult> OnGetAsync(string personId, string? otherId, CancellationToken cancellationToken)
    {
        var page = await LoadAsync(personId, cancellationToken) ?? Page();
        Candidates = [.. Candidates.Where(candidate => otherId is null || IsFor(candidate, otherId)).Take(Most)];
        return Person is not null && otherId is not null && Candidates.Count == 0 ? NotFound() : page;
    }

    public async Task<IActionResult> OnPostAsync(string personId, string? otherId, string? other, string? answer, CancellationToken cancellationToken)
    {
        if (await LoadAsync(personId, cancellationToken) is { } missing)
        {
            return missing;
        }

        if (answer is null || !Outcomes.TryGetValue(answer, out var outcome) || Candidates.FirstOrDefault(candidate => IsFor(candidate, other)) is not { } chosen)
        {
            Errors.Add(null, Words["Match_Gone"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var (kept, left) = chosen.IsKeptBefore(Person) ? (chosen.Person.Id, personId) : (personId, chosen.Person.Id);
        var result = await Calls.SendAsync<Resolved>(
            new ServiceRequest("screening", HttpMethod.Post, $"/v1/people/{ServiceCalls.Id(kept)}/duplicates/{ServiceCalls.Id(left)}") { Body = new { outcome }, IdempotencyKey = $"{FormKey}-{answer}-{left}" },
            cancellationToken);
        if (result.IsGood)
        {
            Tell("match-" + result.Value.Status);
            return LocalRedirect("/people/" + (result.Value.Status is "marked-duplicate" ? result.Value.Person.Id : ServiceCalls.Id(personId)));
        }

        Errors.Add(result.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        Key = null; // what is sent next is another wish
        Candidates = [.. Candidates.Where(candidate => otherId is null || IsFor(candidate, otherId)).Take(Most)];
        return Page();
    }

    private static bool IsFor(Candidate candidate, string? personId) => string.Equals(candidate.Person.Id, personId, StringComparison.Ordinal);

    private async Task<IActionResult?> LoadAsync(string personId, CancellationToken cancellationToken)
    {
        var id = ServiceCalls.Id(personId);
        var person = await Calls.GetAsync<Person>("screening", "/v1/people/" + id, cancellationToken);
        if (!person.IsGood)
        {
            return Missing(person.Problem);
        }

        var found = await Calls.GetAsync<Candidates>("screening", $"/v1/people/{id}/duplicates", cancellationToken);
        if (!found.IsGood)
        {
            return Missing(found.Problem);
        }

        (Person, Candidates) = (person.Value, found.Value.Items);
        return null;
    }
}
