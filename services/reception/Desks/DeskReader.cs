using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Reception.Desks;

/// <summary>Reads a desk as its holder sees it.</summary>
internal static class DeskReader
{
    /// <summary>The desk's queues that the caller's office may serve.</summary>
    public static async Task<string[]> ServedAsync(Desk desk, Actor actor, DeskServices services, CancellationToken cancellationToken)
    {
        var queues = await services.Queues.ListAsync(desk.Centre, cancellationToken);
        return [.. queues.Where(queue => desk.Queues.Contains(queue.Code, StringComparer.Ordinal) && queue.IsServedBy(actor.Office)).Select(queue => queue.Code)];
    }

    public static async Task<DeskResource> ViewAsync(Desk desk, string[] queues, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = await services.Tickets.OfDeskAsync(desk.Centre, desk.Code, cancellationToken);
        var waiting = await services.Tickets.WaitingAsync(desk.Centre, desk.Code, queues, now, cancellationToken);
        var last = await services.Desks.LastActionAsync(desk.Centre, desk.Code, cancellationToken);
        var mayUndo = last is not null && now - last.At <= DeskWork.UndoWithin;
        return new DeskResource
        {
            Id = desk.Code,
            State = desk.State,
            HeldBy = desk.HeldBy,
            Since = desk.Since,
            Queues = queues,
            Current = own.Where(ticket => ticket.State is not TicketState.Parked).Select(TicketResource.Of).FirstOrDefault(),
            Parked = [.. own.Where(ticket => ticket.State is TicketState.Parked).Select(TicketResource.Of)],
            Waiting = [.. waiting.Select(ticket => new WaitingTicket(
                ticket.TicketId, ticket.Label(), ticket.Queue, ticket.Language, ticket.Priority, ticket.State, ticket.IssuedAt, ticket.TargetDesk is not null))],
            UndoCommand = mayUndo ? last!.Command : null,
            UndoUntil = mayUndo ? last!.At + DeskWork.UndoWithin : null,
            Version = desk.Version,
        };
    }

    public static async Task<DeskResource?> FindAsync(string id, Actor actor, DeskServices services, CancellationToken cancellationToken)
    {
        if (await services.Desks.FindAsync(actor.Centre, id, cancellationToken) is not { } desk)
        {
            return null;
        }

        var queues = await ServedAsync(desk, actor, services, cancellationToken);
        return queues.Length == 0 ? null : await ViewAsync(desk, queues, services, services.Clock.GetUtcNow(), cancellationToken);
    }
}
