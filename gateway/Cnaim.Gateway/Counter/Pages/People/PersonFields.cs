namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>What a record says of a person, field by field, in words.</summary>
internal static class PersonFields
{
    private const string About = "about ";

    public static IReadOnlyList<(string Name, string Value)> Of(Person person, Words words) =>
    [
        ("givenNames", string.Join(' ', person.GivenNames)),
        ("familyNames", string.Join(' ', person.FamilyNames)),
        ("knownAs", person.KnownAs ?? ""),
        ("nameInScript", person.NameInScript ?? ""),
        ("birth", Birth(person.Birth, words)),
        ("nationalities", string.Join(", ", person.Nationalities.Select(code => words.Code("Country", code)))),
        ("languages", string.Join(", ", person.Languages.Select(code => words.Code("Language", code)))),
    ];

    /// <summary>How the same field of two records compares.</summary>
    public static string Compare(string one, string other) => (one, other) switch
    {
        ("", "") => "unknown",
        ("", _) or (_, "") => "one-side",
        _ => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? "equal" : "different",
    };

    /// <summary>A birth, of which only the year may be known, or only about when.</summary>
    public static string Birth(string? text, Words words) => text is null ? ""
        : text.StartsWith(About, StringComparison.Ordinal) ? words.Format("Person_BirthAbout", text[About.Length..]) : text;
}
