namespace Cnaim.Identity.Clients;

/// <summary>A client of the token endpoint.</summary>
internal sealed record Client
{
    public const string ServiceKind = "service";
    public const string SandboxKind = "sandbox";

    public required string ClientId { get; init; }

    public required string Kind { get; init; }

    public required string Office { get; init; }

    public required string Role { get; init; }

    public required string[] Scopes { get; init; }

    public required byte[] SecretSalt { get; init; }

    public required byte[] SecretHash { get; init; }

    public required int SecretIterations { get; init; }
}
