namespace Cnaim.Identity.Clients;

/// <summary>A client of the token endpoint.</summary>
internal sealed record Client
{
    public const string ServiceKind = "service";
    public const string SandboxKind = "sandbox";
    public const string PartnerKind = "partner";

    /// <summary>Partners whom the sandbox invents, with a secret instead of keys: one that listens, and an agency whose own system answers for an office.</summary>
    public static IReadOnlyDictionary<string, (string Office, string Centre)> SandboxPartners { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["sandbox-partner"] = ("reception", ""),
        ["sandbox-agency"] = ("employment", "cnaim-lisboa"),
    };

    public bool IsService => string.Equals(Kind, ServiceKind, StringComparison.Ordinal);

    public bool IsSandbox => string.Equals(Kind, SandboxKind, StringComparison.Ordinal);

    public required string ClientId { get; init; }

    public required string Kind { get; init; }

    public required string Office { get; init; }

    public required string Role { get; init; }

    public required string[] Scopes { get; init; }

    /// <summary>Empty for services and for clients of the whole office.</summary>
    public string Centre { get; init; } = "";

    /// <summary>JWKS of a client that signs assertions; null for one with a secret.</summary>
    public string? PublicKeys { get; init; }

    /// <summary>The partner's own queue at the broker, as <c>vhost/queue</c>; null without one.</summary>
    public string? BrokerQueue { get; init; }

    public required byte[] SecretSalt { get; init; }

    public required byte[] SecretHash { get; init; }

    public required int SecretIterations { get; init; }
}
