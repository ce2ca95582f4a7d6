namespace Cnaim.OfficeKit.Appointments;

/// <summary>States of an appointment (domain.md section 5).</summary>
internal static class AppointmentState
{
    public const string Proposed = "proposed";
    public const string Booked = "booked";
    public const string Confirmed = "confirmed";
    public const string Attended = "attended";
    public const string NoShow = "no-show";
    public const string Cancelled = "cancelled";
    public const string Moved = "moved";

    public static IReadOnlyList<string> All { get; } = [Proposed, Booked, Confirmed, Attended, NoShow, Cancelled, Moved];

    /// <summary>Whether the person is still expected.</summary>
    public static bool IsAhead(string state) => state is Proposed or Booked or Confirmed;
}
