using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S13: corrects what is known of a person, for the version that was seen; when somebody was faster, both are shown (M10).</summary>
internal sealed class EditModel(CodeNames names) : PersonFormPage(names)
{
    private const string About = "about ";

    [BindProperty]
    public string? SecondNationality { get; set; }

    [BindProperty]
    public string? SecondLanguage { get; set; }

    /// <summary>What the form has no field for, and keeps.</summary>
    [BindProperty]
    public string[] MoreNationality { get; set; } = [];

    [BindProperty]
    public string[] MoreLanguage { get; set; } = [];

    /// <summary>Whether the birth is about then.</summary>
    [BindProperty]
    public string? Certainty { get; set; }

    [BindProperty]
    public string? Version { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>What was typed and what is stored now, where they differ and somebody was faster.</summary>
    public IReadOnlyList<(string Name, string Typed, string Stored)> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(personId, cancellationToken) is { } missing)
        {
            return missing;
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string personId, CancellationToken cancellationToken)
    {
        var seen = Version;
        if (await LoadAsync(personId, cancellationToken) is { } missing)
        {
            return missing;
        }

        (var now, Version) = (Version, seen);
        if (!Check())
        {
            return Again();
        }

        var typed = Typed();
        var answer = await Calls.SendAsync<Person>(new ServiceRequest("screening", HttpMethod.Put, "/v1/people/" + ServiceCalls.Id(personId)) { Body = Input(typed), IfMatch = seen }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("person-corrected");
            return LocalRedirect("/people/" + ServiceCalls.Id(personId));
        }

        if (answer.Problem.IsStale)
        {
            Version = now; // both are on the page: what is sent next replaces what is stored now
            Differences = [.. PersonFields.Of(typed, Words).Zip(PersonFields.Of(Person, Words), (mine, stored) => (mine.Name, mine.Value, stored.Value)).Where(field => !string.Equals(field.Item2, field.Item3, StringComparison.Ordinal))];
        }

        return Again(answer.Problem);
    }

    private async Task<IActionResult?> LoadAsync(string personId, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Person>("screening", "/v1/people/" + ServiceCalls.Id(personId), cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Person, Version) = (answer.Value, answer.ETag);
        return null;
    }

    private void Fill()
    {
        var birth = Person.Birth ?? "";
        Certainty = birth.StartsWith(About, StringComparison.Ordinal) ? "about" : "certain";
        var parts = (Certainty is "about" ? birth[About.Length..] : birth).Split('-');
        (BirthYear, BirthMonth, BirthDay) = (parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        (GivenNames, FamilyNames) = (string.Join(' ', Person.GivenNames), string.Join(' ', Person.FamilyNames));
        (KnownAs, NameInScript) = (Person.KnownAs, Person.NameInScript);
        (Nationality, SecondNationality) = (Person.Nationalities.ElementAtOrDefault(0), Person.Nationalities.ElementAtOrDefault(1));
        (Language, SecondLanguage) = (Person.Languages.ElementAtOrDefault(0), Person.Languages.ElementAtOrDefault(1));
        (MoreNationality, MoreLanguage) = ([.. Person.Nationalities.Skip(2)], [.. Person.Languages.Skip(2)]);
    }

    private Person Typed()
    {
        var birth = Person.Approximate(BirthDay, BirthMonth, BirthYear);
        return Person with
        {
            GivenNames = Names(GivenNames, Person.GivenNames),
            FamilyNames = Names(FamilyNames, Person.FamilyNames),
            KnownAs = Given(KnownAs),
            NameInScript = Given(NameInScript),
            Birth = birth is not null && Certainty is "about" ? About + birth : birth,
            Nationalities = [.. new[] { Given(Nationality), Given(SecondNationality) }.Concat(MoreNationality).OfType<string>().Distinct(StringComparer.Ordinal)],
            Languages = [.. new[] { Given(Language), Given(SecondLanguage) }.Concat(MoreLanguage).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    // A name of several words stays one name where nobody changed it.
    private static IReadOnlyList<string> Names(string? typed, IReadOnlyList<string> stored) =>
        string.Equals(typed?.Trim(), string.Join(' ', stored), StringComparison.Ordinal) ? stored : Split(typed);

    private static object Input(Person typed) => new { typed.GivenNames, typed.FamilyNames, typed.KnownAs, typed.NameInScript, typed.Birth, typed.Nationalities, typed.Languages };
}
