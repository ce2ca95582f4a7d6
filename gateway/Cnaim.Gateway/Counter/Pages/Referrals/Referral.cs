namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>A referral as an office has it.</summary>
internal sealed record Referral
{
    public Guid Id { get; init; }

    public required string Direction { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public IReadOnlyList<string> Results { get; init; } = [];

    public string? HeldBack { get; init; }

    public bool CancellationRequested { get; init; }

    public int Escalation { get; init; }

    public Place? Sender { get; init; }

    public Place? Receiver { get; init; }

    public required string Request { get; init; }

    public IReadOnlyList<string> Issues { get; init; } = [];

    public required string Priority { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? PersonId { get; init; }

    /// <summary>What the receiver does about it; the sender has none.</summary>
    public Guid? CaseId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public Clocks? Clocks { get; init; }

    public IReadOnlyList<string> AllowedActions { get; init; } = [];

    public IReadOnlyList<TimelineStep> Timeline { get; init; } = [];

    public bool IsReceived => string.Equals(Direction, "received", StringComparison.Ordinal);

    public Place? Other => IsReceived ? Sender : Receiver;
}

/// <summary>An office at a centre.</summary>
internal sealed record Place(string Office, string Centre);

/// <summary>Until when the receiver has to answer, and to be done.</summary>
internal sealed record Clocks(Clock AcknowledgeBy, Clock ResolveBy);

/// <summary>One deadline.</summary>
internal sealed record Clock(DateTimeOffset Due, bool Runs, bool Overdue);

/// <summary>What happened, when and by whom.</summary>
internal sealed record TimelineStep
{
    public DateTimeOffset At { get; init; }

    public required string What { get; init; }

    public required string Status { get; init; }

    public required string By { get; init; }

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public IReadOnlyList<string> Results { get; init; } = [];

    public string? Note { get; init; }
}
