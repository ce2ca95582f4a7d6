namespace Cnaim.Messaging.Retention;

/// <summary>One category of a service: its term, and what is due now.</summary>
internal sealed record RetentionLine
{
    public required string Category { get; init; }

    public required int Months { get; init; }

    public required DateTimeOffset EndedBefore { get; init; }

    public required long Due { get; init; }

    public required long KeptByLaw { get; init; }

    public required string LegalBasis { get; init; }

    public required bool Assumed { get; init; }
}
