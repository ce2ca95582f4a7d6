namespace Cnaim.Messaging.Tests;

/// <summary>Elapsed time that a test lets pass at once; timers run as ever.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _stepped;

    public void Step(TimeSpan by) => Interlocked.Add(ref _stepped, (long)(by.TotalSeconds * TimestampFrequency));

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _stepped);
}
