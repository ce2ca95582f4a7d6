using System.Globalization;

namespace Cnaim.Gateway.Counter;

/// <summary>A date as it is typed: three fields. Public, since forms are bound to it.</summary>
public sealed record TypedDate
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day + Month + Year);

    public static TypedDate Of(DateOnly? date) => date is not { } day ? new TypedDate() : new TypedDate
    {
        Day = day.Day.ToString(CultureInfo.InvariantCulture),
        Month = day.Month.ToString(CultureInfo.InvariantCulture),
        Year = day.Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>The date that is meant; null where nothing like that exists.</summary>
    public DateOnly? Read() =>
        DateOnly.TryParseExact($"{Year?.Trim()}-{Month?.Trim()}-{Day?.Trim()}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
