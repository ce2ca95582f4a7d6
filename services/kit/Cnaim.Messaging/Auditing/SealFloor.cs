namespace Cnaim.Messaging.Auditing;

/// <summary>
/// The entry id below which nothing can appear any more, so that a look need not go through the whole table. An id is given out before its transaction commits; when
/// every transaction that could have been given one has ended, and a look has found nothing left, the floor rises.
/// </summary>
internal sealed class SealFloor(TimeProvider clock)
{
    // Between taking an id and having a transaction id pass microseconds; a second is beyond any doubt.
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(1);
    private long _candidate;
    private long? _horizon;
    private long _since;

    /// <summary>Looks begin after this id.</summary>
    public long Value { get; private set; }

    /// <summary>What a complete look saw: the highest id, and PostgreSQL's horizons taken before the look.</summary>
    public void Saw(long highest, long oldestRunning, long nextTransaction)
    {
        if (_horizon is { } horizon)
        {
            if (oldestRunning >= horizon)
            {
                Value = _candidate;
                Begin(highest);
            }
        }
        else if (_candidate == 0)
        {
            Begin(highest);
        }
        else if (clock.GetElapsedTime(_since) >= Distance)
        {
            _horizon = nextTransaction;
        }
    }

    /// <summary>The database is another than before: a backup came back.</summary>
    public void Reset() => (Value, _candidate, _horizon) = (0, 0, null);

    private void Begin(long highest) => (_candidate, _horizon, _since) = (highest, null, clock.GetTimestamp());
}
