namespace Cnaim.Cli.Retention;

/// <summary>One category of one service: its term, and what has been kept long enough.</summary>
internal sealed record RetentionLine
{
    public string Service { get; init; } = "";

    public required string Category { get; init; }

    public required int Months { get; init; }

    public required DateTimeOffset EndedBefore { get; init; }

    public required long Due { get; init; }

    public required long KeptByLaw { get; init; }

    public required string LegalBasis { get; init; }

    public required bool Assumed { get; init; }

    /// <summary>Erased by this run; null in a report and in a dry run.</summary>
    public long? Erased { get; init; }
}
