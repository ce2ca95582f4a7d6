namespace Cnaim.Identity.Clients.Changes;

/// <summary>A change of a partner's client: asked for by one administrator, decided by another.</summary>
internal sealed record ClientChange
{
    public const string Create = "create";
    public const string Keys = "keys";
    public const string Disable = "disable";

    public required Guid ChangeId { get; init; }

    public required string Kind { get; init; }

    public required string ClientId { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string[] Scopes { get; init; }

    public string? PublicKeys { get; init; }

    public required string Reason { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? Decision { get; init; }

    public string? DecidedBy { get; init; }
}
