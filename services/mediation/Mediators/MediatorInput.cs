namespace Cnaim.Mediation.Mediators;

/// <summary>A mediator as a coordinator writes it.</summary>
internal sealed record MediatorInput
{
    public required string DisplayName { get; init; }

    /// <summary>The subject of the staff account, so that the mediator sees the own rota and bookings; null without one.</summary>
    public string? Subject { get; init; }

    /// <summary>The nominating association.</summary>
    public Guid? AssociationId { get; init; }

    /// <summary><c>female</c>, <c>male</c> or <c>other</c>, as the mediator stated; null when not stated.</summary>
    public string? Gender { get; init; }

    /// <summary>Whether other centres may book the mediator by video.</summary>
    public bool Remote { get; init; }

    /// <summary>False for one who is not booked any more.</summary>
    public bool Active { get; init; } = true;

    public IReadOnlyList<SpokenLanguage> Languages { get; init; } = [];

    public IReadOnlyList<Training> Training { get; init; } = [];

    public Rota Rota { get; init; } = new();
}
