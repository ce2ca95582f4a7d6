namespace Cnaim.Reception.Tests.Support;

/// <summary>A clock that stands until a test moves it; timers run, twenty times as fast.</summary>
internal sealed class TestClock : TimeProvider
{
    private const int Faster = 20;

    /// <summary>A Tuesday, 10:00 in Lisbon, with a day's work ahead.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = Morning;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;

    public void Advance(TimeSpan time) => _now += time;

    public void Advance(int seconds) => Advance(TimeSpan.FromSeconds(seconds));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Faster : dueTime, period);
}
