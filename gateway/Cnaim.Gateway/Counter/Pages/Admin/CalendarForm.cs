using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>The fields of a calendar, as they are typed; all but the name of the counter.</summary>
internal abstract class CalendarForm : CalendarPage
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "H'h'mm", "H'h'", "HHmm"];

    [BindProperty]
    public string[] Days { get; set; } = [];

    [BindProperty]
    public string? Opens { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    [BindProperty]
    public string? SlotMinutes { get; set; }

    [BindProperty]
    public TypedDate ValidFrom { get; set; } = new();

    [BindProperty]
    public TypedDate ValidTo { get; set; } = new();

    protected void Fill(AppointmentCalendar calendar)
    {
        (Days, Opens, Closes) = ([.. calendar.Days], calendar.Opens.ToString("HH:mm", CultureInfo.InvariantCulture), calendar.Closes.ToString("HH:mm", CultureInfo.InvariantCulture));
        SlotMinutes = calendar.SlotMinutes.ToString(CultureInfo.InvariantCulture);
        (ValidFrom, ValidTo) = (TypedDate.Of(calendar.ValidFrom), TypedDate.Of(calendar.ValidTo));
    }

    /// <summary>What the service is sent; null where something is wrong, which stands beside its field.</summary>
    protected object? Read(string? counter, IReadOnlyList<CalendarAbsence> absences)
    {
        var (opens, closes) = (TimeAt(Opens, "opens"), TimeAt(Closes, "closes"));
        if (Days.Length == 0)
        {
            Errors.Add("days", Words["FieldWrong_days"]);
        }

        if (!int.TryParse(SlotMinutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            Errors.Add("slotMinutes", Words["FieldWrong_slotMinutes"]);
        }

        var (from, to) = (Required(ValidFrom, "validFrom"), Optional(ValidTo, "validTo"));
        return Errors.IsEmpty ? new { counter, days = Days, opens, closes, slotMinutes = minutes, validFrom = from, validTo = to, absences } : null;
    }

    private TimeOnly? TimeAt(string? text, string field)
    {
        if (TimeOnly.TryParseExact(text?.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Errors.Add(field, Words["Admin_TimeWrong"]);
        return null;
    }
}
