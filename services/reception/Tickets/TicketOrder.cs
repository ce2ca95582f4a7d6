namespace Cnaim.Reception.Tickets;

/// <summary>A command with what it needs; <see cref="TicketCommand"/> says which.</summary>
/// <param name="Command">A code of <see cref="TicketCommand"/>.</param>
internal sealed record TicketOrder(string Command)
{
    /// <summary>The desk that acts; for a transfer the one that gives away.</summary>
    public string? Desk { get; init; }

    /// <summary>Of a transfer or a change.</summary>
    public string? ToQueue { get; init; }

    /// <summary>Of a transfer to one desk.</summary>
    public string? ToDesk { get; init; }

    /// <summary>Of a change; empty takes the priority away.</summary>
    public string? Priority { get; init; }

    /// <summary>Why a ticket is closed: a code of <see cref="EndReason"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a return: how many tickets of the queue have been called since.</summary>
    public int CalledSince { get; init; }
}
