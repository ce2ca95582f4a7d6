namespace Cnaim.OfficeKit.Appointments;

/// <summary>The moves of an appointment in the API.</summary>
internal static class AppointmentAction
{
    public const string Confirm = "confirm";
    public const string Move = "move";
    public const string Cancel = "cancel";
    public const string Attended = "attended";
    public const string NoShow = "no-show";

    public static IReadOnlyList<string> All { get; } = [Confirm, Attended, NoShow, Move, Cancel];
}
