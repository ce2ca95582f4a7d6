using Cnaim.Messaging;
using Cnaim.Reception.Live;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Desks;

internal static class DeskEndpoints
{
    private static readonly string[] Plain = ["call-next", "recall", "start", "no-show", "park", "finish", "undo"];

    public static RouteGroupBuilder MapDesks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("", Colleagues).WithName("Desks_Held").WithSummary("The centre's desks at which somebody sits now").WithTags("Desks").RequireRight(Right.QueuesServe);
        var group = routes.MapGroup("/{id}").WithTags("Desks").RequireRight(Right.QueuesServe);
        group.MapGet("", Get).WithName("Desks_Get").WithSummary("A desk, its ticket and who waits for it").AnswersEntityVersion();
        group.MapPatch("", HoldDesk.Change).WithName("Desks_Change").WithSummary("Move a desk to other queues, or close it for who left").RequireRight(Right.QueuesManage);
        group.MapPost("/open", HoldDesk.Open).WithName("Desks_Open").WithSummary("Sit down at a desk, or go on after a pause").AcceptIdempotencyKey();
        group.MapPost("/close", HoldDesk.Close).WithName("Desks_Close").WithSummary("Leave a desk").AcceptIdempotencyKey();
        group.MapPost("/pause", HoldDesk.Pause).WithName("Desks_Pause").WithSummary("Call nobody for a while").AcceptIdempotencyKey();
        group.MapPost("/call", DeskActions.Call).WithName("Desks_Call").WithSummary("Call one ticket out of its turn, with the reason").AcceptIdempotencyKey();
        group.MapPost("/unpark", DeskActions.Unpark).WithName("Desks_Unpark").WithSummary("Take a parked ticket up again").AcceptIdempotencyKey();
        group.MapPost("/transfer", DeskActions.Transfer).WithName("Desks_Transfer").WithSummary("Send the ticket in hand to a queue, a desk or a colleague").AcceptIdempotencyKey();
        foreach (var action in Plain)
        {
            group.MapPost("/" + action, DeskActions.By(action)).WithName("Desks_" + action).WithSummary($"At the desk: {action}").AcceptIdempotencyKey();
        }

        group.MapGet("/events", LiveEndpoints.Desk).WithName("Desks_Events").WithSummary("The desk as Server-Sent Events");
        return group;
    }

    // Nothing of their tickets, nor for which office they sit there: it may be one that is not named.
    private static async Task<Ok<HeldDeskList>> Colleagues(Actor actor, [AsParameters] DeskServices services, CancellationToken cancellationToken) => TypedResults.Ok(new HeldDeskList(
        [.. (await services.Desks.ListAsync(actor.Centre, cancellationToken)).Where(desk => desk.HeldBy is not null).Select(desk => new HeldDesk(desk.Code, desk.State, desk.HeldBy!, desk.Queues))]));

    private static async Task<Results<Ok<DeskResource>, ProblemHttpResult>> Get(
        string id, Actor actor, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken)
    {
        if (await DeskReader.FindAsync(id, actor, services, cancellationToken) is not { } desk)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(desk.Version);
        return TypedResults.Ok(desk);
    }
}

/// <summary>A desk and who sits at it.</summary>
internal sealed record HeldDesk(string Id, string State, string HeldBy, IReadOnlyList<string> Queues);

/// <summary>All of a centre, in the order of their numbers.</summary>
internal sealed record HeldDeskList(IReadOnlyList<HeldDesk> Items);
