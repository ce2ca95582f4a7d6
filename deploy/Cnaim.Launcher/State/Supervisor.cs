using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>Signals to the supervisor of a platform, if it is still the same process.</summary>
public static class Supervisor
{
    /// <summary>Asks it to stop services and servers and to end.</summary>
    /// <param name="supervisor">Its process.</param>
    public static bool AskToStop(ProcessMark supervisor) => supervisor.Signal(Native.SigTerm);

    /// <summary>Kills it.</summary>
    /// <param name="supervisor">Its process.</param>
    public static bool Kill(ProcessMark supervisor) => supervisor.Signal(Native.SigKill);
}
