namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>A counter and who waits for it.</summary>
internal sealed record Desk
{
    public required string Id { get; init; }

    public required string State { get; init; }

    public string? HeldBy { get; init; }

    public IReadOnlyList<string> Queues { get; init; } = [];

    public Ticket? Current { get; init; }

    public IReadOnlyList<Ticket> Parked { get; init; } = [];

    public IReadOnlyList<WaitingTicket> Waiting { get; init; } = [];

    public string? UndoCommand { get; init; }

    public DateTimeOffset? UndoUntil { get; init; }

    public bool IsOpen => State is "open";
}

/// <summary>Somebody who waits, as a number.</summary>
internal sealed record WaitingTicket(Guid Id, string Number, string Queue, string Language, string? Priority, DateTimeOffset Since);
