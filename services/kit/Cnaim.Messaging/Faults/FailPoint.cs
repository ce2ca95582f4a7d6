#if SABOTAGE
using System.Collections.Concurrent;
using System.Globalization;

namespace Cnaim.Messaging.Faults;

/// <summary>
/// Points where a fault build ends or delays the process, from <c>CNAIM_FAILPOINTS</c>: <c>point=crash</c>, <c>point=crash@7</c> (at the seventh pass)
/// or <c>point=sleep:5000</c>, comma-separated.
/// </summary>
internal static class FailPoint
{
    private static readonly Dictionary<string, string> Actions = (Environment.GetEnvironmentVariable("CNAIM_FAILPOINTS") ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, int> Passes = new(StringComparer.Ordinal);

    public static void Hit(string point)
    {
        if (!Actions.TryGetValue(point, out var action))
        {
            return;
        }

        var pass = Passes.AddOrUpdate(point, 1, (_, count) => count + 1);
        if (action.StartsWith("sleep:", StringComparison.Ordinal))
        {
            Thread.Sleep(int.Parse(action.AsSpan(6), CultureInfo.InvariantCulture));
        }
        else if (pass >= (action.Contains('@', StringComparison.Ordinal) ? int.Parse(action.AsSpan(action.IndexOf('@', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture) : 1))
        {
            Environment.FailFast(point); // Nobody gets past it any more, however long the process takes to end.
        }
    }
}
#endif
