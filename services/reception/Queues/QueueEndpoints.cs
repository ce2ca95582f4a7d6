using Cnaim.Reception.Desks;
using Cnaim.Reception.Waits;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Queues;

internal static class QueueEndpoints
{
    private const int MostDays = 90;

    public static RouteGroupBuilder MapQueues(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Queues").RequireRight(Right.QueuesRead);
        group.MapGet("", List).WithName("Queues_List").WithSummary("The centre's queues: open or not, who waits, how long");
        group.MapGet("/wait-accuracy", Accuracy).WithName("Queues_WaitAccuracy").WithSummary("How far promised waits were off, by queue");
        group.MapPatch("/{id}", CloseQueue.Handle).WithName("Queues_Change").WithSummary("Close a queue with a notice, or open it").RequireRight(Right.QueuesManage);
        return group;
    }

    public static async Task<List<QueueResource>> ReadAsync(string centre, QueueStore queues, List<Desk> desks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var loads = (await queues.LoadsAsync(centre, queue: null, now, cancellationToken)).ToDictionary(load => load.Code, StringComparer.Ordinal);
        return [.. (await queues.ListAsync(centre, cancellationToken)).Select(queue => QueueResource.Of(
            queue, loads[queue.Code], desks.Count(desk => desk.State is Desk.Open && desk.Queues.Contains(queue.Code, StringComparer.Ordinal)), now))];
    }

    private static async Task<Ok<QueueList>> List(Actor actor, [AsParameters] DeskServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var desks = await services.Desks.ListAsync(actor.Centre, cancellationToken);
        var hidden = await HiddenAsync(actor, services.Queues, cancellationToken);
        var queues = await ReadAsync(actor.Centre, services.Queues, desks, now, cancellationToken);
        return TypedResults.Ok(new QueueList([.. queues.Where(queue => !hidden.Contains(queue.Id))], now));
    }

    private static async Task<Results<Ok<AccuracyList>, ProblemHttpResult>> Accuracy(
        Actor actor, QueueStore queues, TimeProvider clock, CancellationToken cancellationToken, int days = 14)
    {
        if (days is < 1 or > MostDays)
        {
            return ReceptionRefusals.InvalidField("days", "1 to 90 days.").ToProblem();
        }

        var hidden = await HiddenAsync(actor, queues, cancellationToken);
        var accuracy = await queues.AccuracyAsync(actor.Centre, clock.GetUtcNow().AddDays(-days), cancellationToken);
        return TypedResults.Ok(new AccuracyList([.. accuracy.Where(item => !hidden.Contains(item.Queue))], days));
    }

    /// <summary>How many wait in a protected queue is for reception, and for the office that it leads to.</summary>
    private static async Task<HashSet<string>> HiddenAsync(Actor actor, QueueStore queues, CancellationToken cancellationToken) =>
        (await queues.ListAsync(actor.Centre, cancellationToken)).Where(queue => queue.IsNeutral && !queue.IsServedBy(actor.Office)).Select(queue => queue.Code).ToHashSet(StringComparer.Ordinal);
}

/// <summary>All queues of a centre and when this was read.</summary>
internal sealed record QueueList(IReadOnlyList<QueueResource> Items, DateTimeOffset At);

/// <summary>Accuracy by queue over the last days.</summary>
internal sealed record AccuracyList(IReadOnlyList<WaitAccuracy> Items, int Days);
