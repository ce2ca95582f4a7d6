namespace Cnaim.Contracts.Events;

/// <summary>The register has issued a health user number; the number itself is in no message.</summary>
[Event("pt.cnaim.health-user-number.confirmed.v1")]
public sealed record HealthUserNumberConfirmed : IThinEvent
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
