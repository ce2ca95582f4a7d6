namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>What a waiting room sees: numbers and desks.</summary>
internal sealed record Board
{
    public IReadOnlyList<BoardCall> Calls { get; init; } = [];

    public IReadOnlyList<BoardWait> Waits { get; init; } = [];

    public bool IsOpen { get; init; }

    public DateTimeOffset? NextOpening { get; init; }
}

/// <summary>A number that was called.</summary>
internal sealed record BoardCall(long No, string Number, string Desk, DateTimeOffset At);

/// <summary>How long a letter waits.</summary>
internal sealed record BoardWait(string Letter, WaitRange ExpectedWait);

/// <summary>A ticket as its holder sees it.</summary>
internal sealed record TicketStatus(string Number, string State, int Ahead, WaitRange ExpectedWait, string? Desk, string Language, bool MayAskForTime);
