using Cnaim.Messaging;
using Cnaim.Reception.Tickets;
using Dapper;

namespace Cnaim.Reception.Closing;

/// <summary>Ends what the day left: each ticket gets a reason and its visit is listed; nothing goes silently.</summary>
internal sealed class CloseDay(TicketStore tickets, OfficeTransaction transaction, TimeProvider clock)
{
    /// <summary>One batch.</summary>
    /// <returns>How many tickets were ended; 0 when nothing is due.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await transaction.BeginAsync(cancellationToken);
        var due = (await transaction.Connection.QueryAsync<Ticket>(transaction.Command(ClosingSql.Due, new { now }, cancellationToken))).AsList();
        var ended = 0;
        foreach (var row in due)
        {
            var ticket = (await tickets.FindAsync(row.Centre, row.TicketId, cancellationToken))!;
            var order = ticket.State is TicketState.Serving ? new TicketOrder(TicketCommand.Finish) : new TicketOrder(TicketCommand.Close) { Reason = EndReason.DayEnded };
            if (TicketRules.Decide(ticket, order, now) is { IsAccepted: true } decision)
            {
                await tickets.SaveAsync(ticket, decision.Event, order.Command, desk: null, Guid.CreateVersion7(now), now, cancellationToken);
                ended++;
            }
        }

        foreach (var centre in await transaction.Connection.QueryAsync<string>(transaction.Command(ClosingSql.AlertChildren, new { now }, cancellationToken)))
        {
            tickets.Tell(centre);
        }

        await transaction.CommitAsync(cancellationToken);
        return ended;
    }
}
