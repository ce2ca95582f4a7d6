using Cnaim.Screening.Rules;

namespace Cnaim.Screening.People;

/// <summary>A person as stored. Nothing but the process number is mandatory.</summary>
internal sealed record PersonRecord
{
    public required Guid PersonId { get; init; }

    public required string ProcessNumber { get; init; }

    public required string[] GivenNames { get; init; }

    public required string[] FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public DateOnly? BornFirst { get; init; }

    public DateOnly? BornLast { get; init; }

    public required string[] Nationalities { get; init; }

    public required string[] Languages { get; init; }

    public required string SearchName { get; init; }

    /// <summary>The newest reference of the searching office.</summary>
    public string? Ref { get; init; }

    /// <summary>The hashes that it was found by.</summary>
    public IReadOnlyList<string> SharedIdentifiers { get; init; } = [];

    /// <summary>Seen by named staff only.</summary>
    public bool IsProtected { get; init; }

    public required long Version { get; init; }

    public MatchFacts Facts => new(SearchName, BornFirst is { } first && BornLast is { } last ? new ApproximateDate(first, last) : null, Nationalities) { Identifiers = SharedIdentifiers };
}

/// <summary>A person whose reference an office knows.</summary>
internal sealed record KnownPerson
{
    public required Guid PersonId { get; init; }

    public DateOnly? BornFirst { get; init; }
}
