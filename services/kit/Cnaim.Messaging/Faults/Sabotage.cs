#if SABOTAGE
namespace Cnaim.Messaging.Faults;

/// <summary>Protections that a fault build switches off, from <c>CNAIM_SABOTAGE</c> (comma-separated), so that a test can be seen to fail without them.</summary>
internal static class Sabotage
{
    private static readonly HashSet<string> On = (Environment.GetEnvironmentVariable("CNAIM_SABOTAGE") ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToHashSet(StringComparer.Ordinal);

    public static bool IsOn(string name) => On.Contains(name);
}
#endif
