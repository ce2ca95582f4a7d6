using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S12: a new person. One name is enough; whatever is not known stays empty.</summary>
internal sealed class NewModel(CodeNames names) : CounterPage
{
    [BindProperty]
    public string? GivenNames { get; set; }

    [BindProperty]
    public string? FamilyNames { get; set; }

    [BindProperty]
    public string? KnownAs { get; set; }

    [BindProperty]
    public string? NameInScript { get; set; }

    [BindProperty]
    public string? BirthDay { get; set; }

    [BindProperty]
    public string? BirthMonth { get; set; }

    [BindProperty]
    public string? BirthYear { get; set; }

    [BindProperty]
    public string? Nationality { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public IReadOnlyList<Choice> Countries => ByName("Country", "Unknown");

    public IReadOnlyList<Choice> Languages => ByName("Language", "Unknown");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(GivenNames) && string.IsNullOrWhiteSpace(FamilyNames) && string.IsNullOrWhiteSpace(NameInScript))
        {
            Errors.Add(nameof(GivenNames), Words["New_NameMissing"]);
        }

        if (!string.IsNullOrWhiteSpace(BirthYear + BirthMonth + BirthDay) && !Person.IsYear(BirthYear?.Trim()))
        {
            Errors.Add(nameof(BirthYear), Words["New_YearWrong"]);
        }

        if (!Errors.IsEmpty)
        {
            return Again();
        }

        var answer = await Calls.SendAsync<NewPerson>(new ServiceRequest("screening", HttpMethod.Post, "/v1/people") { Body = Input(), IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("person");
        return LocalRedirect("/people/" + answer.Value.Id);
    }

    private object Input() => new
    {
        givenNames = Split(GivenNames),
        familyNames = Split(FamilyNames),
        knownAs = Given(KnownAs),
        nameInScript = Given(NameInScript),
        birth = Person.Approximate(BirthDay, BirthMonth, BirthYear),
        nationalities = Given(Nationality) is { } nationality ? new[] { nationality } : [],
        languages = Given(Language) is { } language ? new[] { language } : [],
    };

    private static string[] Split(string? names) => names?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private IReadOnlyList<Choice> ByName(string kind, string none) =>
        [.. Words.Choices(kind, names.Codes(kind), none).OrderBy(choice => choice.Value.Length > 0).ThenBy(choice => choice.Text, StringComparer.CurrentCulture)];
}
