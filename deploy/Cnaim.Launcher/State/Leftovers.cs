using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>Ends what a killed supervisor has left running: services first, then servers, each only if it is still the same process.</summary>
public static class Leftovers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Ends the processes of a state whose supervisor is gone.</summary>
    /// <param name="state">What the supervisor wrote last; null where it never ran.</param>
    /// <returns>How many were ended.</returns>
    public static int End(PlatformState? state)
    {
        if (state is null)
        {
            return 0;
        }

        var services = state.Services.Select(service => service.Process).OfType<ProcessMark>().Where(mark => mark.IsRunning).ToList();
        var servers = state.Servers.Select(server => server.Process).Where(mark => mark.IsRunning).ToList();
        End(services, Native.SigTerm);
        End(servers, Native.SigInt);
        return services.Count + servers.Count;
    }

    private static void End(List<ProcessMark> marks, int signal)
    {
        marks.ForEach(mark => mark.Signal(Native.SigCont));
        marks.ForEach(mark => mark.Signal(signal));
        SpinWait.SpinUntil(() => !marks.Exists(mark => mark.IsRunning), Patience);
        marks.ForEach(mark => mark.Signal(Native.SigKill));
        SpinWait.SpinUntil(() => !marks.Exists(mark => mark.IsRunning), Patience);
    }
}
