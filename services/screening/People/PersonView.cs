namespace Cnaim.Screening.People;

/// <summary>A person as an office sees them: under its own reference.</summary>
internal sealed record PersonView
{
    /// <summary>The calling office's reference.</summary>
    public required string Id { get; init; }

    public required string ProcessNumber { get; init; }

    public required IReadOnlyList<string> GivenNames { get; init; }

    public required IReadOnlyList<string> FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public required IReadOnlyList<string> Nationalities { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Seen by named staff only, and in no search.</summary>
    public bool IsProtected { get; init; }

    public required long Version { get; init; }

    public static PersonView Of(PersonRecord person, string reference) => new()
    {
        Id = reference,
        ProcessNumber = person.ProcessNumber,
        GivenNames = person.GivenNames,
        FamilyNames = person.FamilyNames,
        NameInScript = person.NameInScript,
        KnownAs = person.KnownAs,
        Birth = person.Birth,
        Nationalities = person.Nationalities,
        Languages = person.Languages,
        IsProtected = person.IsProtected,
        Version = person.Version,
    };
}

internal sealed record PersonCreated(string Id, string ProcessNumber, IReadOnlyList<PersonMatch> SuspectedDuplicates);

/// <summary>A search hit; the score is from 0 to 1.</summary>
internal sealed record PersonMatch(PersonView Person, double Score);

/// <summary>An office's own references of one person, the newest first.</summary>
internal sealed record PersonReferences(IReadOnlyList<string> Items);
