namespace Cnaim.Identity.SignIn;

/// <summary>A step that needs only the ticket of the step before.</summary>
internal sealed record TicketRequest
{
    public required string Ticket { get; init; }
}
