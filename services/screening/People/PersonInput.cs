using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cnaim.Screening.Identifiers;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.People;

/// <summary>A person as sent; every member is optional. Name lists may be one text.</summary>
internal sealed record PersonInput
{
    private const int MaximumItems = 20;

    [JsonConverter(typeof(TextOrListConverter))]
    public string[]? GivenNames { get; init; }

    [JsonConverter(typeof(TextOrListConverter))]
    public string[]? FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    [JsonConverter(typeof(TextOrListConverter))]
    public string[]? Nationalities { get; init; }

    [JsonConverter(typeof(TextOrListConverter))]
    public string[]? Languages { get; init; }

    /// <summary>Numbers of documents, when a person is registered; later they have an address of their own.</summary>
    public IdentifierInput?[]? Identifiers { get; init; }

    public Refusal? Check(CodeLists lists)
    {
        var errors = new Errors();
        Names(errors, "givenNames", GivenNames ?? []);
        Names(errors, "familyNames", FamilyNames ?? []);
        Names(errors, "nameInScript", NameInScript is null ? [] : [NameInScript]);
        Names(errors, "knownAs", KnownAs is null ? [] : [KnownAs]);
        errors.AddUnless(string.IsNullOrEmpty(Birth) || PersonBirth.TryParse(Birth, out _), "birth", "takes YYYY, YYYY-MM, YYYY-MM-DD or 'about YYYY'");
        errors.Codes("nationalities", Nationalities ?? [], lists.IsNationality, isRequired: false);
        errors.Codes("languages", Languages ?? [], lists.IsLanguage, isRequired: false);
        return errors.As(ScreeningRefusals.PersonInvalid);
    }

    /// <summary>What a correction may not carry.</summary>
    public Refusal? CheckUpdate()
    {
        var errors = new Errors();
        errors.AddUnless(Identifiers is null or [], "identifiers", "are added and removed one by one, under /identifiers");
        return errors.As(ScreeningRefusals.PersonInvalid);
    }

    /// <summary>The checked input as a record: names in NFC, without blanks around them.</summary>
    public PersonRecord ToRecord(Guid personId, string processNumber, PersonName names, long version = 1)
    {
        var birth = !string.IsNullOrEmpty(Birth) && PersonBirth.TryParse(Birth, out var date) ? date : (ApproximateDate?)null;
        string[] given = [.. (GivenNames ?? []).Select(Tidy)];
        string[] family = [.. (FamilyNames ?? []).Select(Tidy)];
        return new PersonRecord
        {
            PersonId = personId,
            ProcessNumber = processNumber,
            GivenNames = given,
            FamilyNames = family,
            NameInScript = NameInScript is null ? null : Tidy(NameInScript),
            KnownAs = KnownAs is null ? null : Tidy(KnownAs),
            Birth = string.IsNullOrEmpty(Birth) ? null : Birth,
            BornFirst = birth?.First,
            BornLast = birth?.Last,
            Nationalities = Nationalities ?? [],
            Languages = Languages ?? [],
            SearchName = names.Searchable([.. given, .. family, NameInScript, KnownAs]),
            Version = version,
        };
    }

    private static string Tidy(string name) => name.Trim().Normalize(NormalizationForm.FormC);

    private static void Names(Errors errors, string member, string[] names)
    {
        errors.AddUnless(names.Length <= MaximumItems, member, $"takes at most {MaximumItems} names");
        errors.AddUnless(
            Array.TrueForAll(names, name => !string.IsNullOrWhiteSpace(name) && AnswerText.IsClean(name)), member, "takes names of 1 to 200 characters without control characters");
    }
}

/// <summary>Reads one text as a list of one.</summary>
internal sealed class TextOrListConverter : JsonConverter<string[]>
{
    public override string[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            ? [reader.GetString()!]
            : JsonSerializer.Deserialize<string?[]>(ref reader, options)!.Select(text => text ?? throw new JsonException()).ToArray();

    public override void Write(Utf8JsonWriter writer, string[] value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
}
