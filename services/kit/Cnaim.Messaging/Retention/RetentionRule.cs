namespace Cnaim.Messaging.Retention;

/// <summary>How long one category is kept after its records have ended.</summary>
internal sealed record RetentionRule
{
    public required string Category { get; init; }

    /// <summary>Services; empty for all that no other rule of the category names.</summary>
    public required string[] Offices { get; init; }

    public required int Months { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>True until the office has confirmed the term.</summary>
    public required bool Assumed { get; init; }
}
