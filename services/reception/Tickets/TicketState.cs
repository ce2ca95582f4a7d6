namespace Cnaim.Reception.Tickets;

/// <summary>The states of a ticket (domain.md section 5).</summary>
internal static class TicketState
{
    public const string Waiting = "waiting";
    public const string Called = "called";
    public const string Serving = "serving";
    public const string Parked = "parked";
    public const string Transferred = "transferred";
    public const string Done = "done";
    public const string NoShow = "no-show";

    public static IReadOnlyList<string> All { get; } = [Waiting, Called, Serving, Parked, Transferred, Done, NoShow];
}
