namespace Cnaim.Security;

/// <summary>The running platform as an attacker from outside and from inside sees it.</summary>
public sealed record SecurityTarget
{
    /// <summary>The gateway.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The gateway's clear-text HTTP/2 address.</summary>
    public required string GatewayGrpc { get; init; }

    /// <summary>Own addresses of the services by code, which no client should have to know.</summary>
    public required IReadOnlyDictionary<string, Uri> Services { get; init; }

    /// <summary>Secret of the client <c>sandbox</c>.</summary>
    public required string SandboxSecret { get; init; }

    /// <summary>Password of the demo accounts.</summary>
    public required string StaffPassword { get; init; }

    /// <summary>The code that the demo accounts' second factor shows now.</summary>
    public required Func<string> StaffCode { get; init; }

    /// <summary>What a service itself holds: its connection string by code.</summary>
    public required IReadOnlyDictionary<string, string> Databases { get; init; }

    /// <summary>What a service itself holds: its broker address by code.</summary>
    public required IReadOnlyDictionary<string, string> Brokers { get; init; }
}
