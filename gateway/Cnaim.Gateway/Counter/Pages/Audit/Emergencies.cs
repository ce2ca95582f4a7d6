namespace Cnaim.Gateway.Counter.Pages.Audit;

/// <summary>Records that were opened in an emergency.</summary>
internal sealed record Emergencies(IReadOnlyList<Emergency> Items);

/// <summary>One of them; the office and centre only where the whole network is looked at.</summary>
internal sealed record Emergency
{
    public Guid Id { get; init; }

    public string? Office { get; init; }

    public string? Centre { get; init; }

    public required string OpenedBy { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset GrantedAt { get; init; }

    public string? Verdict { get; init; }
}
