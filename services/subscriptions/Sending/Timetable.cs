namespace Cnaim.Subscriptions.Sending;

/// <summary>When the head of a lane is tried: at once, and after each failure later, ten times over 75 hours. Jitter is only added, so that nobody is tried early.</summary>
internal static class Timetable
{
    private const double Jitter = 0.1;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>How often a head is tried before its endpoint is in error.</summary>
    public static int Attempts => Waits.Length + 1;

    /// <summary>The wait after the n-th failure; null when it was the last.</summary>
    /// <param name="failures">From 1.</param>
    /// <param name="retryAfter">What the receiver asked for, if anything; at most a day of it is kept.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan? After(int failures, TimeSpan? retryAfter, double random)
    {
        if (failures > Waits.Length)
        {
            return null;
        }

        var asked = retryAfter is { } wait ? Shorter(wait, LongestWait) : TimeSpan.Zero;
        var least = Waits[failures - 1] > asked ? Waits[failures - 1] : asked;
        return least * (1 + (Jitter * random));
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
