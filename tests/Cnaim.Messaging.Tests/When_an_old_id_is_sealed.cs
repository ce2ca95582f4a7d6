using Cnaim.Messaging.Auditing;

namespace Cnaim.Messaging.Tests;

/// <summary>Ids rise with time: one that comes ten minutes after its neighbours was put there by hand.</summary>
public sealed class When_an_old_id_is_sealed
{
    private static readonly DateTime Start = new(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
    private readonly LateEntries _entries = new();

    [Theory]
    [InlineData(15, 11, true)]
    [InlineData(15, 9, false)] // a transaction may have been slow
    [InlineData(21, 600, false)]
    public void Should_be_late_when_no_transaction_lives_so_long(long entryId, int minutes, bool isLate)
    {
        foreach (var earlier in new long[] { 10, 14, 20 })
        {
            _entries.IsLate(earlier, Start).ShouldBeFalse();
        }

        _entries.IsLate(entryId, Start.AddMinutes(minutes)).ShouldBe(isLate);
    }
}
