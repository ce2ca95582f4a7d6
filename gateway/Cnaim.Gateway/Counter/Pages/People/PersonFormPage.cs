using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>What is asked of a person. One name is enough; whatever is not known stays empty.</summary>
internal abstract class PersonFormPage(CodeNames names) : CounterPage
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

    /// <summary>What is wrong is in the errors.</summary>
    protected bool Check()
    {
        if (string.IsNullOrWhiteSpace(GivenNames) && string.IsNullOrWhiteSpace(FamilyNames) && string.IsNullOrWhiteSpace(NameInScript))
        {
            Errors.Add(nameof(GivenNames), Words["New_NameMissing"]);
        }

        if (!string.IsNullOrWhiteSpace(BirthYear + BirthMonth + BirthDay) && !Person.IsYear(BirthYear?.Trim()))
        {
            Errors.Add(nameof(BirthYear), Words["New_YearWrong"]);
        }

        return Errors.IsEmpty;
    }

    protected static string[] Split(string? names) => names?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    protected static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private IReadOnlyList<Choice> ByName(string kind, string none) =>
        [.. Words.Choices(kind, names.Codes(kind), none).OrderBy(choice => choice.Value.Length > 0).ThenBy(choice => choice.Text, StringComparer.CurrentCulture)];
}
