using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Faults;

/// <summary>Where a fault build may step in (reliability.md section 3). Without the constant SABOTAGE the compiler removes every call and both bodies.</summary>
internal static class Fault
{
    /// <summary>Execution reached a fail-point; a fault build may end or delay the process here.</summary>
    [Conditional("SABOTAGE")]
    public static void Hit(string point)
    {
#if SABOTAGE
        FailPoint.Hit(point);
#endif
    }

    /// <summary>Sets <paramref name="isOn"/> in a fault build when the named sabotage switch is on; leaves it alone in every other build.</summary>
    [Conditional("SABOTAGE")]
    public static void Ask(string name, ref bool isOn)
    {
#if SABOTAGE
        isOn = Sabotage.IsOn(name);
#endif
    }

    /// <summary>Gives a fault build the wrong clock that it was started with.</summary>
    [Conditional("SABOTAGE")]
    public static void ShiftClock(IServiceCollection services)
    {
#if SABOTAGE
        OffsetClock.Register(services);
#endif
    }

    /// <summary>Counts a delay from the process's own clock instead of the database's, when a fault build is told to.</summary>
    [Conditional("SABOTAGE")]
    public static void ShiftDelay(ref double seconds)
    {
#if SABOTAGE
        seconds += Sabotage.IsOn("database-clock-off") ? OffsetClock.Seconds : 0;
#endif
    }
}
