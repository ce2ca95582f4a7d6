namespace Cnaim.Mediation.Bookings;

/// <summary>The moves of a booking.</summary>
internal static class BookingAction
{
    /// <summary>Another mediator: the one who is named, or the next in rank. No reason is asked for.</summary>
    public const string Match = "match";

    /// <summary>The mediator says yes.</summary>
    public const string Confirm = "confirm";

    /// <summary>The mediator says no; the next is proposed at once.</summary>
    public const string Decline = "decline";

    public const string Start = "start";

    public const string Complete = "complete";

    public const string Fail = "fail";

    public static IReadOnlyList<string> All { get; } = [Match, Confirm, Decline, Start, Complete, Fail];

    /// <summary>What the mediator may do to an own booking.</summary>
    public static IReadOnlyList<string> OfMediator { get; } = [Confirm, Decline, Start, Complete];
}
