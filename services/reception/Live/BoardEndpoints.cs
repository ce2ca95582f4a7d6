using Cnaim.Messaging;
using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Reception.Live;

internal static class BoardEndpoints
{
    public static RouteGroupBuilder MapBoards(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Boards").RequireRight(Right.QueuesManage);
        group.MapPost("", Add).WithName("Boards_Add").WithSummary("A key for a waiting-room screen; it is shown once").RequireIdempotencyKey();
        group.MapDelete("/{board:guid}", End).WithName("Boards_End").WithSummary("End a screen's key, by its id");
        return group;
    }

    public static RouteGroupBuilder MapScreens(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/{board}").WithTags("Boards").AllowAnonymous();
        group.MapGet("", Get).WithName("Boards_Get").WithSummary("What the waiting room sees, by the screen's key");
        group.MapGet("/events", LiveEndpoints.Board).WithName("Boards_Events").WithSummary("What the waiting room sees, as Server-Sent Events");
        return group;
    }

    private static async Task<Created<NewBoard>> Add(Actor actor, BoardStore boards, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var board = new NewBoard(Guid.CreateVersion7(), TicketToken.New());
        await boards.AddAsync(board.Id, actor.Centre, board.Key, cancellationToken);
        return await transaction.CommitAsync(TypedResults.Created((string?)null, board), cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End([FromRoute(Name = "board")] Guid id, Actor actor, BoardStore boards, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        if (!await boards.EndAsync(id, actor.Centre, cancellationToken))
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Board>, ProblemHttpResult>> Get([FromRoute(Name = "board")] string key, BoardStore boards, CancellationToken cancellationToken) =>
        await boards.CentreOfAsync(key, cancellationToken) is { } centre ? TypedResults.Ok(await boards.ReadAsync(centre, cancellationToken)) : ReceptionRefusals.NotActive.ToProblem();
}

/// <summary>A screen's key; only its hash is kept.</summary>
internal sealed record NewBoard(Guid Id, string Key);
