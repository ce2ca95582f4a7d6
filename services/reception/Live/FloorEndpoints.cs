using Cnaim.Reception.Desks;
using Cnaim.Reception.Queues;
using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Live;

/// <summary>The coordinator's view of the whole floor.</summary>
internal static class FloorEndpoints
{
    public static RouteGroupBuilder MapFloor(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Floor").RequireRight(Right.QueuesManage);
        group.MapGet("", Get).WithName("Floor_Get").WithSummary("Queues and desks of the centre, and what needs the coordinator");
        return group;
    }

    private static async Task<Ok<Floor>> Get(Actor actor, [AsParameters] DeskServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var desks = await services.Desks.ListAsync(actor.Centre, cancellationToken);
        var queues = await QueueEndpoints.ReadAsync(actor.Centre, services.Queues, desks, now, cancellationToken);
        var current = (await services.Transaction.Connection.QueryAsync<Ticket>(services.Transaction.Command(DeskSql.Current, new { centre = actor.Centre }, cancellationToken)))
            .ToDictionary(ticket => ticket.Desk!, StringComparer.Ordinal);
        var children = await services.Transaction.Connection.ExecuteScalarAsync<int>(services.Transaction.Command(LiveSql.ChildrenHere, new { centre = actor.Centre }, cancellationToken));
        return TypedResults.Ok(new Floor([.. queues.Select(FloorQueue.Of)], [.. desks.Select(desk => FloorDesk.Of(desk, current.GetValueOrDefault(desk.Code)))], children, now));
    }
}

/// <summary>The floor, and how many children are still in their room after closing.</summary>
internal sealed record Floor(IReadOnlyList<FloorQueue> Queues, IReadOnlyList<FloorDesk> Desks, int ChildrenAfterClosing, DateTimeOffset At);

/// <summary>A queue with its level: <c>calm</c>, <c>busy</c> from half its limit or 30 minutes, <c>over</c> from its limit or 45 minutes.</summary>
internal sealed record FloorQueue(QueueResource Queue, string Level)
{
    public static FloorQueue Of(QueueResource queue) => new(queue, queue switch
    {
        _ when queue.Waiting >= queue.Limit || queue.LongestWaitMinutes >= 45 => "over",
        _ when queue.Waiting * 2 >= queue.Limit || queue.LongestWaitMinutes >= 30 => "busy",
        _ => "calm",
    });
}

internal sealed record FloorDesk(string Id, string State, string? HeldBy, string? HeldOffice, DateTimeOffset? Since, IReadOnlyList<string> Queues, string? Ticket, string? TicketState, DateTimeOffset? TicketSince, int Version)
{
    public static FloorDesk Of(Desk desk, Ticket? ticket) => new(
        desk.Code, desk.State, desk.HeldBy, desk.HeldOffice, desk.Since, desk.Queues, ticket?.Label(), ticket?.State, ticket?.StartedAt ?? ticket?.CalledAt, desk.Version);
}
