namespace Cnaim.Launcher;

/// <summary>Why the launcher gives up; the number is the exit code of <c>./cnaim</c>.</summary>
public enum LauncherProblem
{
    /// <summary>No problem.</summary>
    None = 0,

    /// <summary>What was asked for failed.</summary>
    Failed = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>A program is missing on this machine.</summary>
    Missing = 3,

    /// <summary>The platform is not running.</summary>
    NotRunning = 4,

    /// <summary>A port, a folder or the disk is taken by something else.</summary>
    Taken = 5,

    /// <summary>An audit trail is not as it was written.</summary>
    Tampered = 6,
}
