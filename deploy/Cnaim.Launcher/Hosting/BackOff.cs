namespace Cnaim.Launcher;

/// <summary>Growing pauses before a crashed service is started again.</summary>
/// <param name="First">The pause after the first crash.</param>
/// <param name="Longest">The longest pause.</param>
/// <param name="ForgetAfter">A service that ran this long starts counting anew.</param>
public sealed record BackOff(TimeSpan First, TimeSpan Longest, TimeSpan ForgetAfter)
{
    /// <summary>1 s, doubled up to 30 s; forgotten after a minute.</summary>
    public static BackOff Default { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));

    /// <summary>The pause before the next start.</summary>
    /// <param name="crashes">Crashes in a row, at least 1.</param>
    public TimeSpan Pause(int crashes) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(crashes - 1, 0, 20)));
}
