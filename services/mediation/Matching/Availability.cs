using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Matching;

/// <summary>When a mediator is free: the rota of some days minus what is booked; pure.</summary>
internal static class Availability
{
    /// <summary>How far ahead the next free time is looked for.</summary>
    public const int Days = 14;

    /// <summary>The hours of the rota on some days, as points in time.</summary>
    public static IReadOnlyList<TimeSlot> Hours(Rota rota, DateOnly from, int days, TimeZoneInfo zone) =>
        TimeSlot.Union(Enumerable.Range(0, days).SelectMany(number => HoursOf(rota, from.AddDays(number), zone)));

    /// <summary>What is free from a moment on.</summary>
    public static IReadOnlyList<TimeSlot> Free(Rota rota, IEnumerable<TimeSlot> busy, DateTimeOffset from, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        return TimeSlot.Subtract(Hours(rota, day, Days, zone), busy.Append(new TimeSlot(DateTimeOffset.MinValue, from)));
    }

    /// <summary>The first moment at which so much time is free in one piece; null when there is none in these days.</summary>
    public static DateTimeOffset? Next(IEnumerable<TimeSlot> free, TimeSpan length)
    {
        foreach (var slot in free)
        {
            if (slot.Until - slot.From >= length)
            {
                return slot.From;
            }
        }

        return null;
    }

    private static IEnumerable<TimeSlot> HoursOf(Rota rota, DateOnly day, TimeZoneInfo zone)
    {
        var name = MediatorRules.NameOf(day.DayOfWeek);
        var weekly = rota.Hours.Where(hours => string.Equals(hours.Day, name, StringComparison.Ordinal)).Select(hours => At(day, hours.From, hours.To, zone));
        var exceptions = rota.Exceptions.Where(exception => exception.Date == day).ToList();
        var away = exceptions.Where(exception => exception.Kind is "away").Select(exception => At(day, exception.From, exception.To, zone));
        var extra = exceptions.Where(exception => exception.Kind is "extra").Select(exception => At(day, exception.From, exception.To, zone));
        return TimeSlot.Union(TimeSlot.Subtract(weekly, away).Concat(extra));
    }

    /// <summary>Without times the whole day.</summary>
    private static TimeSlot At(DateOnly day, string? from, string? to, TimeZoneInfo zone) => new(
        LocalTime.ToInstant(day, MediatorRules.Time(from) ?? TimeOnly.MinValue, zone),
        to is null ? LocalTime.ToInstant(day.AddDays(1), TimeOnly.MinValue, zone) : LocalTime.ToInstant(day, MediatorRules.Time(to)!.Value, zone));
}
