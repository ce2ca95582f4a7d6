using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Reception;

/// <summary>The problem codes of the reception desk.</summary>
internal static class ReceptionRefusals
{
    public static readonly Refusal NotFound = new("not-found", 404, "There is no such record at this centre.");

    /// <summary>For tokens and board keys: one answer for unknown, used and expired.</summary>
    public static readonly Refusal NotActive = new("not-active", 404, "This ticket or board is no longer active.");

    public static readonly Refusal Invalid = new("invalid-reception-request", 422, "Some values are missing or unknown; see the errors.");

    public static readonly Refusal QueueUnavailable = new("queue-closed", 409, "The queue gives out no tickets now; 'reason' and 'nextOpening' say why and until when.");

    public static readonly Refusal QueueHasWaiting = new("queue-has-waiting", 409, "People are waiting: say for each what happens, in 'waiting'; 'tickets' names those without an outcome.");

    public static readonly Refusal RecalledEnough = new("recalled-enough", 409, "A ticket is recalled at most three times; mark a no-show, or call the next.");

    public static readonly Refusal RecallTooSoon = new("recall-too-soon", 409, "Wait 20 seconds between two calls; 'notBefore' is the time.");

    public static readonly Refusal ReturnedTooLate = new("returned-too-late", 409, "More than five later tickets have been called; issue a new one.");

    public static readonly Refusal MoreTimeUsed = new("more-time-used", 409, "More time is given once.");

    public static readonly Refusal TicketMove = new("ticket-move-not-allowed", 409, "The ticket's state does not allow this; 'allowed' names the commands that it does.");

    public static readonly Refusal DeskHeld = new("desk-held", 409, "Another member of staff holds this desk.");

    public static readonly Refusal DeskElsewhere = new("desk-elsewhere", 409, "You hold another desk; 'desk' names it. Close it, or repeat with 'takeOver'.");

    public static readonly Refusal DeskNotOpen = new("desk-not-open", 409, "The desk is not open; open it first.");

    public static readonly Refusal DeskOfOthers = new("desk-of-others", 409, "This desk serves no queue that leads to your office.");

    public static readonly Refusal DeskBusy = new("desk-busy", 409, "The desk has a ticket in hand; finish, park or transfer it first.");

    public static readonly Refusal NoTicket = new("no-ticket-at-desk", 409, "The desk has no ticket in hand.");

    public static readonly Refusal NothingToUndo = new("nothing-to-undo", 409, "There is no action of this desk in the last 30 seconds that can be taken back.");

    public static readonly Refusal ChangedSince = new("changed-since", 409, "Something else has happened to the ticket since; it cannot be taken back.");

    public static readonly Refusal WrongCode = new("wrong-pick-up-code", 422, "The code is wrong; 'triesLeft' says how often it may be tried.");

    public static readonly Refusal CoordinatorOnly = new("coordinator-only", 409, "Three wrong codes: the coordinator hands the child back.");

    public static readonly Refusal RoomFull = new("childrens-room-full", 409, "The children's room is full.");

    public static readonly Refusal AlreadyInRoom = new("already-in-childrens-room", 409, "This ticket has children in the room already.");

    public static Refusal MoveNotAllowed(string state, string command, IReadOnlyList<string> allowed) =>
        TicketMove.Having(("state", state), ("command", command), ("allowed", allowed));

    public static Refusal RecalledTooSoon(DateTimeOffset notBefore) => RecallTooSoon.Having(("notBefore", notBefore));

    public static Refusal InvalidField(string field, string message) =>
        Invalid.Having(("errors", new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }));

    /// <summary>The refusal with more members.</summary>
    public static Refusal Having(this Refusal refusal, params (string Name, object? Value)[] members) =>
        refusal with { Extensions = members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal) };
}
