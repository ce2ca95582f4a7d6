namespace Cnaim.OfficeKit.Appointments;

/// <summary>All that the sender of a referral learns of an appointment: when, where, and what the person says on arrival.</summary>
internal sealed record BookedTime
{
    public required string State { get; init; }

    public required string Centre { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The counter's name; null when a member of staff gives it.</summary>
    public string? Counter { get; init; }

    public required string Code { get; init; }

    public required string Channel { get; init; }

    public static BookedTime Of(Appointment appointment) => new()
    {
        State = appointment.State,
        Centre = appointment.Centre,
        Day = appointment.LocalDay,
        StartsAt = appointment.StartsAt,
        EndsAt = appointment.EndsAt,
        Counter = appointment.Counter,
        Code = appointment.Code,
        Channel = appointment.Channel,
    };
}
