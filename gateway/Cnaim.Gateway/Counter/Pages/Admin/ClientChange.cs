namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>A change of a partner's client.</summary>
internal sealed record ClientChange : IAskedChange
{
    public required Guid ChangeId { get; init; }

    public required string Kind { get; init; }

    public required string ClientId { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? PublicKeys { get; init; }

    public required string Reason { get; init; }

    public required string RequestedBy { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public string? Decision { get; init; }

    public string? DecidedBy { get; init; }
}
