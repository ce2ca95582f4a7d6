using System.Globalization;

namespace Cnaim.Reception.Tickets;

/// <summary>A ticket: a number, where it waits and what happened to it; nothing about its person.</summary>
internal sealed record Ticket
{
    public Guid TicketId { get; init; }

    public string Centre { get; init; } = "";

    public DateOnly Day { get; init; }

    public string Letter { get; init; } = "";

    public int Number { get; init; }

    public string Queue { get; init; } = "";

    /// <summary>ISO 639-3.</summary>
    public string Language { get; init; } = "";

    public string? Priority { get; init; }

    public DateTimeOffset? AppointmentAt { get; init; }

    public string State { get; init; } = TicketState.Waiting;

    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Its place in the queue; a transfer and a late return keep it.</summary>
    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>Not called before; the person asked for more time.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the day's end closes it.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The promised wait in minutes.</summary>
    public int PromisedLow { get; init; }

    public int PromisedHigh { get; init; }

    public DateTimeOffset? FirstCalledAt { get; init; }

    /// <summary>How far the first call was outside the promise: later is positive, sooner negative, within 0.</summary>
    public int? WaitErrorSeconds { get; init; }

    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>Calls since it last waited: 1 and at most 3 recalls.</summary>
    public int Calls { get; init; }

    /// <summary>The desk that has it, or had it last.</summary>
    public string? Desk { get; init; }

    /// <summary>The only desk that may call it.</summary>
    public string? TargetDesk { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndReason { get; init; }

    public int Copies { get; init; } = 1;

    public int Transfers { get; init; }

    public bool MoreTimeUsed { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>What stands on the slip, for example <c>A042</c>.</summary>
    public string Label() => string.Create(CultureInfo.InvariantCulture, $"{Letter}{Number:D3}");

    public bool IsCallable() => State is TicketState.Waiting or TicketState.Transferred;

    /// <summary>The state of the visit that hangs on it.</summary>
    public string VisitState() => (State, EndReason) switch
    {
        (TicketState.Done, Tickets.EndReason.Served) => "left-served",
        (TicketState.Done or TicketState.NoShow, _) => "left-unserved",
        (TicketState.Serving or TicketState.Parked, _) => "in-service",
        _ => Transfers > 0 ? "triaged" : "arrived",
    };

    /// <summary>Why the visit ended; null while it goes on.</summary>
    public string? VisitReason() => State is TicketState.NoShow ? Tickets.EndReason.NoShow : EndReason;
}
