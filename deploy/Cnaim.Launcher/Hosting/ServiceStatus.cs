namespace Cnaim.Launcher;

/// <summary>How a supervised service is.</summary>
public enum ServiceStatus
{
    /// <summary>Started, not yet ready.</summary>
    Starting,

    /// <summary>Its <c>/health/ready</c> was green after the last start.</summary>
    Ready,

    /// <summary>It crashed and waits for its next start.</summary>
    Crashed,

    /// <summary>It was paused on purpose.</summary>
    Paused,

    /// <summary>It was stopped on purpose.</summary>
    Stopped,
}
