using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>What a supervisor says about itself and its processes in <c>state.json</c>; it holds no secret.</summary>
public sealed record PlatformState
{
    /// <summary>The process that supervises the platform.</summary>
    public required ProcessMark Supervisor { get; init; }

    /// <summary>How far it is.</summary>
    public required PlatformPhase Phase { get; init; }

    /// <summary>What it is doing at the moment, or why it gave up.</summary>
    public PlatformStep? Step { get; init; }

    /// <summary>Why it gave up; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Exit code that goes with <see cref="Error"/>.</summary>
    public LauncherProblem Problem { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Public address of the gateway.</summary>
    public string? Gateway { get; init; }

    /// <summary>Clear-text HTTP/2 address of the gateway.</summary>
    public string? GatewayGrpc { get; init; }

    /// <summary>Servers that it started.</summary>
    public IReadOnlyList<ServerState> Servers { get; init; } = [];

    /// <summary>Services that it supervises.</summary>
    public IReadOnlyList<ServiceState> Services { get; init; } = [];

    /// <summary>Ports by name, used again at the next start if they are free.</summary>
    public IReadOnlyDictionary<string, int> Ports { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
