using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Reception.Tickets;

/// <summary>How a ticket moves; pure. The answer is the ticket as it is afterwards.</summary>
internal static class TicketRules
{
    public const int Recalls = 3;

    /// <summary>How many later tickets may have been called before a no-show has lost the place.</summary>
    public const int ReturnWithin = 5;

    public static readonly TimeSpan RecallGap = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan MoreTime = TimeSpan.FromMinutes(5);

    public static IReadOnlyList<string> Priorities { get; } = ["pregnant", "infant", "elderly", "disability"];

    /// <summary>Decides a command.</summary>
    public static Decision<Ticket> Decide(Ticket ticket, TicketOrder order, DateTimeOffset now)
    {
        if (!Allows(ticket.State, order.Command))
        {
            return ReceptionRefusals.MoveNotAllowed(ticket.State, order.Command, AllowedCommands(ticket.State));
        }

        var moved = order.Command switch
        {
            TicketCommand.Call => Call(ticket, order, now),
            TicketCommand.Recall => Recall(ticket, now),
            TicketCommand.Start => ticket with { State = TicketState.Serving, StartedAt = ticket.StartedAt ?? now },
            TicketCommand.NoShow => ticket with { State = TicketState.NoShow },
            TicketCommand.Return => Return(ticket, order),
            TicketCommand.Park => ticket with { State = TicketState.Parked },
            TicketCommand.Unpark => ticket with { State = TicketState.Serving, Desk = order.Desk },
            TicketCommand.Transfer => Transfer(ticket, order),
            TicketCommand.Finish => End(ticket, EndReason.Served, now),
            TicketCommand.GiveUp => End(ticket, EndReason.GaveUp, now),
            TicketCommand.MoreTime => More(ticket, now),
            TicketCommand.Change => Change(ticket, order),
            TicketCommand.Close => End(ticket, order.Reason ?? EndReason.DayEnded, now),
            _ => (Decision<Ticket>)ReceptionRefusals.MoveNotAllowed(ticket.State, order.Command, AllowedCommands(ticket.State)),
        };
        return moved.IsAccepted ? moved.Event with { Version = ticket.Version + 1 } : moved;
    }

    /// <summary>The commands that a state takes.</summary>
    public static IReadOnlyList<string> AllowedCommands(string state) => [.. TicketCommand.All.Where(command => Allows(state, command))];

    private static bool Allows(string state, string command) => command switch
    {
        TicketCommand.Call or TicketCommand.Change => state is TicketState.Waiting or TicketState.Transferred,
        TicketCommand.Recall or TicketCommand.Start or TicketCommand.NoShow or TicketCommand.MoreTime => state is TicketState.Called,
        TicketCommand.Return => state is TicketState.NoShow,
        TicketCommand.Park => state is TicketState.Serving,
        TicketCommand.Unpark => state is TicketState.Parked,
        TicketCommand.Finish => state is TicketState.Called or TicketState.Serving,
        TicketCommand.Transfer => state is TicketState.Called or TicketState.Serving or TicketState.Parked,
        TicketCommand.GiveUp => state is TicketState.Waiting or TicketState.Transferred or TicketState.Called or TicketState.Parked,
        TicketCommand.Close => state is not TicketState.Done and not TicketState.NoShow,
        _ => false,
    };

    private static Decision<Ticket> Call(Ticket ticket, TicketOrder order, DateTimeOffset now) => ticket with
    {
        State = TicketState.Called,
        Desk = order.Desk,
        TargetDesk = null,
        NotBefore = null,
        Calls = 1,
        CalledAt = now,
        FirstCalledAt = ticket.FirstCalledAt ?? now,
        WaitErrorSeconds = ticket.FirstCalledAt is null ? ErrorOf(ticket, now) : ticket.WaitErrorSeconds,
    };

    private static Decision<Ticket> Recall(Ticket ticket, DateTimeOffset now) => ticket switch
    {
        { Calls: > Recalls } => ReceptionRefusals.RecalledEnough,
        _ when now - ticket.CalledAt < RecallGap => ReceptionRefusals.RecalledTooSoon(ticket.CalledAt.GetValueOrDefault() + RecallGap),
        _ => ticket with { Calls = ticket.Calls + 1, CalledAt = now },
    };

    private static Decision<Ticket> Return(Ticket ticket, TicketOrder order) => order.CalledSince > ReturnWithin
        ? ReceptionRefusals.ReturnedTooLate
        : ticket with { State = TicketState.Waiting, Desk = null, Calls = 0 };

    private static Decision<Ticket> Transfer(Ticket ticket, TicketOrder order) => ticket with
    {
        State = TicketState.Transferred,
        Queue = order.ToQueue ?? ticket.Queue,
        Desk = null,
        TargetDesk = order.ToDesk,
        StartedAt = null,
        Calls = 0,
        Transfers = ticket.Transfers + 1,
    };

    private static Decision<Ticket> More(Ticket ticket, DateTimeOffset now) => ticket.MoreTimeUsed
        ? ReceptionRefusals.MoreTimeUsed
        : ticket with { State = TicketState.Waiting, Desk = null, Calls = 0, MoreTimeUsed = true, NotBefore = now + MoreTime };

    private static Decision<Ticket> Change(Ticket ticket, TicketOrder order) => ticket with
    {
        Queue = order.ToQueue ?? ticket.Queue,
        TargetDesk = order.ToQueue is null ? ticket.TargetDesk : null,
        Priority = order.Priority switch { null => ticket.Priority, "" => null, var priority => priority },
    };

    private static Decision<Ticket> End(Ticket ticket, string reason, DateTimeOffset now) => ticket with
    {
        State = TicketState.Done,
        EndedAt = now,
        EndReason = reason,
        StartedAt = reason is EndReason.Served ? ticket.StartedAt ?? ticket.CalledAt : ticket.StartedAt,
    };

    private static int ErrorOf(Ticket ticket, DateTimeOffset now)
    {
        var waited = (now - ticket.IssuedAt).TotalSeconds;
        var (low, high) = (ticket.PromisedLow * 60.0, ticket.PromisedHigh * 60.0);
        return (int)(waited < low ? waited - low : waited > high ? waited - high : 0);
    }
}
