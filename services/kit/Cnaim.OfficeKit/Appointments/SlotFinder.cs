using Cnaim.OfficeKit.Directory;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Finds free times of this office at a centre, inside the caller's transaction.</summary>
internal sealed class SlotFinder(AppointmentStore appointments, CalendarStore calendars, NetworkDirectory directory, TimeProvider clock)
{
    private const int MostOffered = 3;
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(90);

    /// <summary>Free times of a period, never in the past.</summary>
    public async Task<IReadOnlyList<Slot>> FindAsync(string centre, SlotQuery query, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ahead = query with { From = query.From < now ? now : query.From };
        var staff = await calendars.OfCentreAsync(centre, cancellationToken);
        if (staff.Count == 0 || ahead.From >= ahead.Until)
        {
            return [];
        }

        var busy = await appointments.BusyAsync([.. staff.Select(calendar => calendar.Holder).Distinct(StringComparer.Ordinal)], ahead.From, ahead.Until, cancellationToken);
        return [.. FreeSlots.Find(directory.Current.CalendarOf(centre), staff, busy, ahead).Take(most)];
    }

    /// <summary>The times to offer in place of one that is not free: the next ones.</summary>
    public async Task<IReadOnlyList<SlotResource>> NextAsync(string centre, DateTimeOffset from, TimeSpan? length, CancellationToken cancellationToken) =>
        [.. (await FindAsync(centre, new SlotQuery(from, from + Horizon, length), MostOffered, cancellationToken)).Select(SlotResource.Of)];
}
