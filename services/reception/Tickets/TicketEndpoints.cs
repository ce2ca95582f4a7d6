using Cnaim.Messaging;
using Cnaim.Reception.Live;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;

namespace Cnaim.Reception.Tickets;

internal static class TicketEndpoints
{
    public static RouteGroupBuilder MapTickets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Tickets").RequireRight(Right.TicketsIssue);
        group.MapPost("", IssueTicket.Handle).WithName("Tickets_Issue").WithSummary("Issue a ticket; the token is shown once").RequireIdempotencyKey();
        group.MapGet("/by-number/{number}", ReadTicket.Find).WithName("Tickets_Find").WithSummary("Today's ticket of a number on a slip").AnswersEntityVersion().RequireRight(Right.QueuesRead);
        group.MapGet("/{id:guid}", ReadTicket.Get).WithName("Tickets_Get").WithSummary("One ticket").AnswersEntityVersion().RequireRight(Right.QueuesRead);
        group.MapPost("/{id:guid}/change", ChangeTicket.Change).WithName("Tickets_Change").WithSummary("Change queue or priority while it waits").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/give-up", ChangeTicket.GiveUp).WithName("Tickets_GiveUp").WithSummary("The person leaves").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/return", ChangeTicket.Return).WithName("Tickets_Return").WithSummary("A no-show has come after all").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/reprint", ChangeTicket.Reprint).WithName("Tickets_Reprint").WithSummary("A new copy with a new token; the old token ends").AcceptIdempotencyKey().AnswersEntityVersion();
        group.MapPut("/{id:guid}/person", ReadTicket.Link).WithName("Tickets_Link").WithSummary("Say whose visit it is, or with null that nobody knows").RequireRight(Right.QueuesServe);
        return group;
    }

    /// <summary>For the holder's own phone.</summary>
    public static RouteGroupBuilder MapTicketStatus(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/{token}").WithTags("Ticket status").AllowAnonymous();
        group.MapGet("", TicketStatusEndpoints.Get).WithName("TicketStatus_Get").WithSummary("How far a ticket is");
        group.MapPost("/give-up", TicketStatusEndpoints.GiveUp).WithName("TicketStatus_GiveUp").WithSummary("Give the ticket up");
        group.MapPost("/more-time", TicketStatusEndpoints.MoreTime).WithName("TicketStatus_MoreTime").WithSummary("Ask once for five minutes more");
        group.MapGet("/events", LiveEndpoints.Ticket).WithName("TicketStatus_Events").WithSummary("How far a ticket is, as Server-Sent Events");
        return group;
    }
}
