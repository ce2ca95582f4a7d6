namespace Cnaim.Mediation.Demand;

/// <summary>How often nobody was found.</summary>
internal sealed record DemandCell
{
    public required string Language { get; init; }

    public required string Centre { get; init; }

    public required string Outcome { get; init; }

    public required long Count { get; init; }
}

/// <summary>A count that may be hidden.</summary>
/// <param name="Count">The count; null when it is not shown.</param>
/// <param name="Shown">The count as text; <c>&lt;5</c> for a small one; null for a sum from which a small one could be worked out.</param>
internal sealed record ShownCount(long? Count, string? Shown);

/// <summary>A cell as it is shown.</summary>
internal sealed record ShownCell(string Language, string Centre, string Outcome, ShownCount Count);

/// <summary>The sum over a language, an outcome or all.</summary>
internal sealed record ShownSum(string? Language, string? Outcome, ShownCount Count);
