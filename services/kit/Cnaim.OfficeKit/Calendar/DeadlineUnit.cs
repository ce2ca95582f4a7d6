namespace Cnaim.OfficeKit.Calendar;

/// <summary>Units of deadlines in the directory's data; the last three run on the wall clock.</summary>
internal static class DeadlineUnit
{
    public const string WorkingDay = "working-day";
    public const string WorkingHour = "working-hour";
    public const string Day = "day";
    public const string Hour = "hour";
    public const string Minute = "minute";

    public static IReadOnlyList<string> All { get; } = [WorkingDay, WorkingHour, Day, Hour, Minute];
}
