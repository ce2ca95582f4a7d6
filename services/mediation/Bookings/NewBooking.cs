using Cnaim.Mediation.Matching;

namespace Cnaim.Mediation.Bookings;

/// <summary>A booking as a counter asks for it.</summary>
internal sealed record NewBooking
{
    /// <summary>Who; the first in rank when it is left out.</summary>
    public Guid? MediatorId { get; init; }

    /// <summary>The language to be spoken.</summary>
    public required string Language { get; init; }

    /// <summary>From when; now when it is left out.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when; 30 minutes later when it is left out.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary><c>in-person</c> or <c>remote</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The caller's own centre; may be left out.</summary>
    public string? Centre { get; init; }

    /// <summary>What it is for, as the caller's office calls it; at most one of the three.</summary>
    public string? ForTicket { get; init; }

    /// <summary>See <see cref="ForTicket"/>.</summary>
    public string? ForInterview { get; init; }

    /// <summary>The office's own reference of the person; see <see cref="ForTicket"/>.</summary>
    public string? ForPerson { get; init; }

    public string? Gender { get; init; }

    public string? MinimumLevel { get; init; }

    /// <summary>Whom not to propose when the mediator declines; forgotten when the booking ends.</summary>
    public IReadOnlyList<Guid> NotMediators { get; init; } = [];

    public IReadOnlyList<Guid> NotAssociations { get; init; } = [];

    /// <summary>The same as a search.</summary>
    public SearchInput ToSearch() => new()
    {
        Language = Language,
        Centre = Centre,
        At = From,
        Mode = Mode,
        Gender = Gender,
        MinimumLevel = MinimumLevel,
        NotMediators = NotMediators,
        NotAssociations = NotAssociations,
    };
}

/// <summary>What a move may carry.</summary>
internal sealed record BookingMove
{
    /// <summary>With match: who; the next in rank when it is left out.</summary>
    public Guid? MediatorId { get; init; }

    /// <summary>With fail: <c>no-show</c>, <c>cancelled</c>, <c>person-declined</c>, <c>no-mediator</c> or <c>technical</c>.</summary>
    public string? Reason { get; init; }
}
