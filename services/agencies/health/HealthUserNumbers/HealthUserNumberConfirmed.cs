namespace Cnaim.Health.HealthUserNumbers;

internal sealed record HealthUserNumberConfirmed
{
    public required Guid CaseId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }
}
