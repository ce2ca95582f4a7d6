namespace Cnaim.Messaging.Auditing;

/// <summary>Knows entries that were put between older ones: no transaction lives for ten minutes, so an id below what was sealed ten minutes before was not given out then.</summary>
internal sealed class LateEntries
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Queue<(DateTime Time, long Highest)> _recent = new();
    private long _highest;
    private long _settled;

    /// <summary>Takes the seals in their order.</summary>
    public bool IsLate(long entryId, DateTime sealedAt)
    {
        while (_recent.TryPeek(out var first) && first.Time <= sealedAt - Longest)
        {
            _settled = _recent.Dequeue().Highest;
        }

        if (entryId > _highest)
        {
            _highest = entryId;
        }

        if (_recent.Count == 0 || _recent.Last().Time != sealedAt)
        {
            _recent.Enqueue((sealedAt, _highest));
        }

        return entryId < _settled;
    }
}
