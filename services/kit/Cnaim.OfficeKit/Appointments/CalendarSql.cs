namespace Cnaim.OfficeKit.Appointments;

/// <summary>The statements of <c>appointment_calendar</c>.</summary>
internal static class CalendarSql
{
    private const string Select = """
        SELECT
            calendar_id,
            centre,
            subject,
            counter,
            days,
            opens,
            closes,
            slot_minutes,
            valid_from,
            valid_to,
            absent_from,
            absent_until,
            demo,
            version
        FROM appointment_calendar
        """;

    public const string OfCentre = Select + "\n" + """
        WHERE centre = @centre
        ORDER BY calendar_id
        """;

    public const string Centres = """
        SELECT DISTINCT centre
        FROM appointment_calendar
        WHERE valid_to IS NULL OR valid_to >= @today
        ORDER BY centre
        """;

    public const string Find = Select + "\n" + """
        WHERE centre = @centre
          AND calendar_id = @calendarId
        """;

    public const string Lock = Find + "\nFOR UPDATE";

    public const string Insert = """
        INSERT INTO appointment_calendar (
            calendar_id,
            centre,
            subject,
            counter,
            days,
            opens,
            closes,
            slot_minutes,
            valid_from,
            valid_to,
            absent_from,
            absent_until,
            demo)
        VALUES (
            @CalendarId,
            @Centre,
            @Subject,
            @Counter,
            @Days,
            @Opens,
            @Closes,
            @SlotMinutes,
            @ValidFrom,
            @ValidTo,
            @AbsentFrom,
            @AbsentUntil,
            @Demo)
        ON CONFLICT (calendar_id) DO NOTHING
        """;

    public const string Save = """
        UPDATE appointment_calendar
        SET
            days = @Days,
            opens = @Opens,
            closes = @Closes,
            slot_minutes = @SlotMinutes,
            valid_from = @ValidFrom,
            valid_to = @ValidTo,
            absent_from = @AbsentFrom,
            absent_until = @AbsentUntil,
            version = @Version
        WHERE calendar_id = @CalendarId
        """;

    /// <summary>What a sandbox left gives no more appointments elsewhere.</summary>
    public const string EndDemo = """
        UPDATE appointment_calendar
        SET
            valid_from = least(valid_from, @yesterday),
            valid_to = @yesterday,
            version = version + 1
        WHERE demo
          AND (valid_to IS NULL OR valid_to > @yesterday)
        """;
}
