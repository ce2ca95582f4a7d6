namespace Cnaim.Demo;

/// <summary>The running platform as the demo needs to know it: its public address, a sandbox client, and the databases to count in.</summary>
public sealed record DemoPlatform
{
    /// <summary>The gateway; everything the demo plays goes through it.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The sandbox client at <c>/connect/token</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret of the sandbox client.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Connection strings by service code, only for the count at the end.</summary>
    public required IReadOnlyDictionary<string, string> Databases { get; init; }
}
