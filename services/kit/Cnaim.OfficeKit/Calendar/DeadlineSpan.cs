namespace Cnaim.OfficeKit.Calendar;

/// <summary>How long something may take, for example 4 working hours.</summary>
/// <param name="Amount">At least 1.</param>
/// <param name="Unit">A code of <see cref="DeadlineUnit"/>.</param>
internal sealed record DeadlineSpan(int Amount, string Unit)
{
    /// <summary>The deadline on a centre's calendar.</summary>
    /// <param name="from">The start (UTC).</param>
    /// <param name="calendar">The centre's calendar.</param>
    public DateTimeOffset From(DateTimeOffset from, BusinessCalendar calendar) => Unit switch
    {
        DeadlineUnit.WorkingDay => calendar.AddWorkingDays(from, Amount),
        DeadlineUnit.WorkingHour => calendar.AddWorkingTime(from, TimeSpan.FromHours(Amount)),
        DeadlineUnit.Day => from.AddDays(Amount),
        DeadlineUnit.Hour => from.AddHours(Amount),
        _ => from.AddMinutes(Amount),
    };
}
