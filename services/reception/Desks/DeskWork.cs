using System.Text.Json;
using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Reception.Desks;

/// <summary>What a desk does to tickets. Each answers a refusal, or null when it is written.</summary>
internal static class DeskWork
{
    public static readonly TimeSpan UndoWithin = TimeSpan.FromSeconds(30);

    /// <summary>Why a ticket is called out of its turn.</summary>
    public static IReadOnlyList<string> CallReasons { get; } = ["distress", "health", "short-matter", "wrong-order", "mediator-present", "other"];

    /// <summary>Ends what is in hand and takes the next; with nobody waiting it only ends.</summary>
    public static async Task<Refusal?> CallNextAsync(Desk desk, string[] queues, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var action = Guid.CreateVersion7(now);
        if (await services.Tickets.LockCurrentAsync(desk.Centre, desk.Code, cancellationToken) is { } current
            && await MoveAsync(current, new TicketOrder(TicketCommand.Finish), desk, action, services, now, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await services.Tickets.LockNextAsync(desk.Centre, desk.Code, queues, now, cancellationToken) is { } next
            ? await MoveAsync(next, new TicketOrder(TicketCommand.Call) { Desk = desk.Code }, desk, action, services, now, cancellationToken)
            : null;
    }

    public static async Task<Refusal?> CallAsync(Desk desk, string[] queues, CallTicket body, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!CallReasons.Contains(body.Reason, StringComparer.Ordinal))
        {
            return ReceptionRefusals.InvalidField("reason", "Say why: " + string.Join(", ", CallReasons) + ".");
        }

        if (await services.Tickets.LockCurrentAsync(desk.Centre, desk.Code, cancellationToken) is not null)
        {
            return ReceptionRefusals.DeskBusy;
        }

        return await services.Tickets.LockAsync(desk.Centre, body.TicketId, cancellationToken) is { } ticket && IsFor(ticket, desk, queues)
            ? await MoveAsync(ticket, new TicketOrder(TicketCommand.Call) { Desk = desk.Code, Reason = body.Reason }, desk, Guid.CreateVersion7(now), services, now, cancellationToken)
            : ReceptionRefusals.NotFound;
    }

    public static async Task<Refusal?> UnparkAsync(Desk desk, string[] queues, UnparkTicket body, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await services.Tickets.LockCurrentAsync(desk.Centre, desk.Code, cancellationToken) is not null)
        {
            return ReceptionRefusals.DeskBusy;
        }

        return await services.Tickets.LockAsync(desk.Centre, body.TicketId, cancellationToken) is { } ticket && IsFor(ticket, desk, queues)
            ? await MoveAsync(ticket, new TicketOrder(TicketCommand.Unpark) { Desk = desk.Code }, desk, Guid.CreateVersion7(now), services, now, cancellationToken)
            : ReceptionRefusals.NotFound;
    }

    /// <summary>Does something to the ticket in hand.</summary>
    public static async Task<Refusal?> CurrentAsync(Desk desk, TicketOrder order, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken) =>
        await services.Tickets.LockCurrentAsync(desk.Centre, desk.Code, cancellationToken) is { } current
            ? await MoveAsync(current, order, desk, Guid.CreateVersion7(now), services, now, cancellationToken)
            : ReceptionRefusals.NoTicket;

    /// <summary>Takes the desk's last action back, when it is young enough and every ticket of it is as the action left it.</summary>
    public static async Task<Refusal?> UndoAsync(Desk desk, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await services.Desks.LastActionAsync(desk.Centre, desk.Code, cancellationToken) is not { } action || now - action.At > UndoWithin)
        {
            return ReceptionRefusals.NothingToUndo;
        }

        var restored = new List<Ticket>();
        foreach (var entry in await services.Desks.EntriesAsync(action.ActionId, cancellationToken))
        {
            var ticket = await services.Tickets.LockAsync(desk.Centre, entry.TicketId, cancellationToken);
            if (ticket is null || ticket.Version != entry.VersionAfter)
            {
                return ReceptionRefusals.ChangedSince;
            }

            restored.Add(JsonSerializer.Deserialize<Ticket>(entry.Before)! with { Version = ticket.Version + 1 });
        }

        // What leaves the desk before what comes back to it: a desk has one ticket in hand.
        foreach (var ticket in restored.OrderBy(ticket => ticket.State is TicketState.Called or TicketState.Serving))
        {
            await services.Tickets.SaveAsync(ticket, now, cancellationToken);
        }

        await services.Desks.MarkUndoneAsync(action.ActionId, now, cancellationToken);
        return null;
    }

    private static async Task<Refusal?> MoveAsync(
        Ticket ticket, TicketOrder order, Desk desk, Guid action, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decision = TicketRules.Decide(ticket, order, now);
        if (!decision.IsAccepted)
        {
            return decision.Refusal;
        }

        var command = order is { Command: TicketCommand.Call, Reason: { } reason } ? $"{order.Command}:{reason}" : order.Command;
        await services.Tickets.SaveAsync(ticket, decision.Event, command, desk.Code, action, now, cancellationToken);
        return null;
    }

    private static bool IsFor(Ticket ticket, Desk desk, string[] queues) => ticket.TargetDesk is { } target
        ? string.Equals(target, desk.Code, StringComparison.Ordinal)
        : queues.Contains(ticket.Queue, StringComparer.Ordinal) || string.Equals(ticket.Desk, desk.Code, StringComparison.Ordinal);
}
