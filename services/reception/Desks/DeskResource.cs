using Cnaim.Reception.Tickets;

namespace Cnaim.Reception.Desks;

/// <summary>A desk with what it has in hand and who waits for it.</summary>
internal sealed record DeskResource
{
    public required string Id { get; init; }

    public required string State { get; init; }

    public string? HeldBy { get; init; }

    public DateTimeOffset? Since { get; init; }

    public required IReadOnlyList<string> Queues { get; init; }

    public TicketResource? Current { get; init; }

    public required IReadOnlyList<TicketResource> Parked { get; init; }

    public required IReadOnlyList<WaitingTicket> Waiting { get; init; }

    /// <summary>The command that undo takes back, while it does.</summary>
    public string? UndoCommand { get; init; }

    public DateTimeOffset? UndoUntil { get; init; }

    public required int Version { get; init; }
}

/// <summary>A ticket in the order in which it is called.</summary>
internal sealed record WaitingTicket(Guid Id, string Number, string Queue, string Language, string? Priority, string State, DateTimeOffset Since, bool ForThisDesk);
