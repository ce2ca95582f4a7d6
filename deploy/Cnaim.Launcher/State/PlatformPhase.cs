namespace Cnaim.Launcher;

/// <summary>How far a supervisor is.</summary>
public enum PlatformPhase
{
    /// <summary>Servers and services are being started.</summary>
    Starting,

    /// <summary>Every service was ready.</summary>
    Ready,

    /// <summary>Everything is being stopped.</summary>
    Stopping,

    /// <summary>Everything was stopped.</summary>
    Stopped,

    /// <summary>The start failed and what was started was stopped.</summary>
    Failed,
}
