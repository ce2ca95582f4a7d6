namespace Cnaim.Reception.Tickets;

/// <summary>A ticket as staff see it.</summary>
internal sealed record TicketResource
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Queue { get; init; }

    public required string Language { get; init; }

    public string? Priority { get; init; }

    public DateTimeOffset? AppointmentAt { get; init; }

    public required string State { get; init; }

    public required string VisitState { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required WaitRange ExpectedWait { get; init; }

    public DateTimeOffset? CalledAt { get; init; }

    public required int Calls { get; init; }

    public string? Desk { get; init; }

    public string? TargetDesk { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndReason { get; init; }

    public required int Copies { get; init; }

    public required IReadOnlyList<string> Allowed { get; init; }

    public required int Version { get; init; }

    /// <summary>As reception knows the person, on reading one ticket, for staff of reception alone.</summary>
    public string? PersonId { get; init; }

    public static TicketResource Of(Ticket ticket) => new()
    {
        Id = ticket.TicketId,
        Number = ticket.Label(),
        Queue = ticket.Queue,
        Language = ticket.Language,
        Priority = ticket.Priority,
        AppointmentAt = ticket.AppointmentAt,
        State = ticket.State,
        VisitState = ticket.VisitState(),
        IssuedAt = ticket.IssuedAt,
        ExpectedWait = new WaitRange(ticket.PromisedLow, ticket.PromisedHigh),
        CalledAt = ticket.CalledAt,
        Calls = ticket.Calls,
        Desk = ticket.Desk,
        TargetDesk = ticket.TargetDesk,
        StartedAt = ticket.StartedAt,
        EndedAt = ticket.EndedAt,
        EndReason = ticket.EndReason,
        Copies = ticket.Copies,
        Allowed = TicketRules.AllowedCommands(ticket.State),
        Version = ticket.Version,
    };
}

/// <summary>Minutes.</summary>
internal sealed record WaitRange(int Low, int High);
