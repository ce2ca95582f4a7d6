using System.Diagnostics;

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
}
