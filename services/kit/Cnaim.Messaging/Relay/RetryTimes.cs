namespace Cnaim.Messaging.Relay;

/// <summary>When a row is tried again.</summary>
internal static class RetryTimes
{
    /// <summary>A refused row is parked at this attempt, after about 8.5 min.</summary>
    public const int AttemptsBeforeParked = 10;

    /// <summary>1 s, doubled up to 15 s: the route may come back at any time, and nothing is parked.</summary>
    public static double AfterReturn(int earlierAttempts) => Math.Min(15, Doubled(earlierAttempts));

    /// <summary>1 s, doubled up to 5 min, ±20 %.</summary>
    /// <param name="earlierAttempts">Failures so far.</param>
    /// <param name="jitter">0 to 1.</param>
    public static double AfterRefusal(int earlierAttempts, double jitter) => Math.Min(300, Doubled(earlierAttempts)) * (0.8 + (0.4 * jitter));

    /// <summary>1, 2, 4, 8, 15 s: how long an audience rests whose queue takes nothing.</summary>
    public static TimeSpan AudiencePause(int level) => TimeSpan.FromSeconds(Math.Min(15, Doubled(level)));

    /// <summary>250 ms, doubled up to 5 s, plus up to 20 %: how long the relay rests while the broker is away.</summary>
    public static TimeSpan RelayPause(int level, double jitter) => TimeSpan.FromMilliseconds(Math.Min(5000, 250 * Doubled(level)) * (1 + (0.2 * jitter)));

    private static double Doubled(int times) => Math.Pow(2, Math.Clamp(times, 0, 20));
}
