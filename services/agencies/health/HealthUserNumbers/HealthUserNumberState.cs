namespace Cnaim.Health.HealthUserNumbers;

internal sealed record HealthUserNumberState
{
    public Guid CaseId { get; init; }

    public string Centre { get; init; } = "";

    public bool CaseIsOpen { get; init; }

    public bool IsRequested { get; init; }

    public bool IsIssued { get; init; }
}
