namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>A ticket as reception has it.</summary>
internal sealed record Ticket
{
    public Guid Id { get; init; }

    public required string Number { get; init; }

    public string Queue { get; init; } = "";

    public string Language { get; init; } = "";

    public string? Priority { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset IssuedAt { get; init; }

    public WaitRange? ExpectedWait { get; init; }

    /// <summary>Whose visit it is, as reception knows them; only where one ticket is read by itself.</summary>
    public string? PersonId { get; init; }

    public int Copies { get; init; }

    public IReadOnlyList<string> Allowed { get; init; } = [];
}

/// <summary>A new ticket with its secret, which nobody can be told again.</summary>
internal sealed record IssuedTicket(Guid Id, string Number, string Token);

/// <summary>A copy of a ticket: its secret is new, the one before opens nothing any more.</summary>
internal sealed record ReprintedTicket(Ticket Ticket, string Token);
