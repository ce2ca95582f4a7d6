using System.Globalization;

namespace Cnaim.Gateway.Counter;

/// <summary>A day and a time as they are typed at the counter, in the centre's time.</summary>
internal sealed record TypedMoment(string? Day, string? Month, string? Year, string? Time)
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "H'h'mm", "H'h'", "HHmm"];

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day + Month + Year + Time);

    public static TypedMoment Of(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Words.CentreTime);
        string Part(string format) => local.ToString(format, CultureInfo.InvariantCulture);
        return new TypedMoment(Part("%d"), Part("%M"), Part("yyyy"), Part("HH:mm"));
    }

    /// <summary>The moment that is meant; null where nothing like that exists. A time alone is today's.</summary>
    public DateTimeOffset? Read(DateTimeOffset now)
    {
        var day = new TypedDate { Day = Day, Month = Month, Year = Year } is { IsEmpty: false } typed ? typed.Read() : DayOf(now);
        if (day is not { } date || !TimeOnly.TryParseExact(Time?.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var local = date.ToDateTime(time);
        return Words.CentreTime.IsInvalidTime(local) ? null : new DateTimeOffset(local, Words.CentreTime.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Words.CentreTime).DateTime);
}
