namespace Cnaim.Mediation.Mediators;

/// <summary>A training that a mediator has done.</summary>
internal sealed record Training
{
    /// <summary>A short name, for example <c>immigration-law</c>.</summary>
    public required string Name { get; init; }

    public required DateOnly CompletedOn { get; init; }

    /// <summary>The last day on which it counts; null when it does not end.</summary>
    public DateOnly? ValidUntil { get; init; }
}
