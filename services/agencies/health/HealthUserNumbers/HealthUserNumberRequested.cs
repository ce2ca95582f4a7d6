namespace Cnaim.Health.HealthUserNumbers;

internal sealed record HealthUserNumberRequested
{
    public required Guid CaseId { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
}
