namespace Cnaim.Mediation.Bookings;

/// <summary>The states of a booking and of a telephone translation (domain.md section 5).</summary>
internal static class BookingState
{
    /// <summary>Asked for; nobody is held.</summary>
    public const string Requested = "requested";

    /// <summary>Somebody is held and has not said yes yet.</summary>
    public const string Matched = "matched";

    /// <summary>The mediator has said yes.</summary>
    public const string Confirmed = "confirmed";

    public const string InCall = "in-call";

    public const string Done = "done";

    public const string Failed = "failed";

    public static IReadOnlyList<string> All { get; } = [Requested, Matched, Confirmed, InCall, Done, Failed];
}
