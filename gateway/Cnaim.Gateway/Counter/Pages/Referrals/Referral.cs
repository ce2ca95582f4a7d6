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

    /// <summary>When the focal point was last reminded.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public Place? Sender { get; init; }

    public Place? Receiver { get; init; }

    public required string Request { get; init; }

    public IReadOnlyList<string> Issues { get; init; } = [];

    public required string Priority { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? PersonId { get; init; }

    /// <summary>What the receiver does about it; the sender has none.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The municipality of an open one.</summary>
    public string? Area { get; init; }

    /// <summary>ISO 639-3, where the person's language matters.</summary>
    public string? Language { get; init; }

    /// <summary>The final referral that this one tries again.</summary>
    public Guid? BasedOn { get; init; }

    /// <summary>The referral that this one sends onward.</summary>
    public Guid? PartOf { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public Clocks? Clocks { get; init; }

    public IReadOnlyList<string> AllowedActions { get; init; } = [];

    public IReadOnlyList<TimelineStep> Timeline { get; init; } = [];

    public bool IsReceived => string.Equals(Direction, "received", StringComparison.Ordinal);

    /// <summary>Whether what was received can be sent to another office.</summary>
    public bool MayGoOnward => IsReceived && Status is not "entered-in-error";

    /// <summary>Whether what was sent has ended and can be sent anew.</summary>
    public bool MayBeTriedAgain => Direction is "sent" && Status is "rejected" or "cancelled" or "failed";

    /// <summary>Whether the office that we sent it to has taken it, and may give the person a time.</summary>
    public bool MayBeBooked => Direction is "sent" && Receiver is not null && Status is "accepted" or "in-progress" or "on-hold";

    public bool IsOverdue => Clocks is { AcknowledgeBy.Overdue: true } or { ResolveBy.Overdue: true };

    /// <summary>The deadline that counts now; null while there is none, and when the referral has ended.</summary>
    public Clock? Due => Clocks is null ? null : Clocks.AcknowledgeBy.Runs ? Clocks.AcknowledgeBy : Clocks.ResolveBy.Runs ? Clocks.ResolveBy : null;

    public IEnumerable<string> Parties => new[] { Sender, Receiver }.OfType<Place>().Select(place => place.Office);

    public Place? Other => Direction is "sent" ? Receiver : Sender;
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
