namespace Cnaim.Reception.Tickets;

/// <summary>Why a ticket or a visit ended.</summary>
internal static class EndReason
{
    public const string Served = "served";
    public const string GaveUp = "gave-up";
    public const string NoShow = "no-show";
    public const string AppointmentLater = "appointment-later";
    public const string DayEnded = "day-ended";
}
