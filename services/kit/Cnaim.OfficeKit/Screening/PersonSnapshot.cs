namespace Cnaim.OfficeKit.Screening;

/// <summary>What a receiver may see of a person; passed on to the caller and never stored here.</summary>
internal sealed record PersonSnapshot
{
    /// <summary>The person as this office knows them.</summary>
    public required string PersonId { get; init; }

    /// <summary>Null when identity is not permitted.</summary>
    public SnapshotPerson? Person { get; init; }

    /// <summary>Answers of the permitted categories, by question code.</summary>
    public required IReadOnlyDictionary<string, string[]> Answers { get; init; }

    public required string[] Categories { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The law that it was disclosed on; null for the person's consent.</summary>
    public string? LegalBasis { get; init; }
}
