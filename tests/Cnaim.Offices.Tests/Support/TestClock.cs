namespace Cnaim.Offices.Tests.Support;

/// <summary>The offices' clock: real time plus what a test adds.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Moves every office's time forward.</summary>
    public void Advance(TimeSpan span) => Interlocked.Add(ref _offset, span.Ticks);
}
