namespace Cnaim.Messaging.Auditing;

/// <summary>Knows entries that were put between older ones: no transaction lives for ten minutes, so an id below what was sealed ten minutes before was not given out then.</summary>
internal sealed class LateEntries
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Queue<(DateTime Time, long Highest)> _recent = new();
    private (DateTime Time, long Highest) _last;
    private long _settled;

    /// <summary>Takes the seals in their order.</summary>
    public bool IsLate(long entryId, DateTime sealedAt)
    {
        if (_last.Time != sealedAt)
        {
            _recent.Enqueue(_last);
        }

        while (_recent.TryPeek(out var first) && first.Time <= sealedAt - Longest)
        {
            _settled = _recent.Dequeue().Highest;
        }

        _last = (sealedAt, Math.Max(entryId, _last.Highest));
        return entryId < _settled;
    }
}
