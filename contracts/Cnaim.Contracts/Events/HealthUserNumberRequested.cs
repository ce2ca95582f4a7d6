namespace Cnaim.Contracts.Events;

/// <summary>A health user number was asked for at the register.</summary>
[Event("pt.cnaim.health-user-number.requested.v1")]
public sealed record HealthUserNumberRequested : IThinEvent
{
    /// <summary>The case of the office; also the subject.</summary>
    public required Guid CaseId { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
