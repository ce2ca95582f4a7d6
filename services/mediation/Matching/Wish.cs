namespace Cnaim.Mediation.Matching;

/// <summary>What a counter looks for. Nothing of it says who the person is.</summary>
internal sealed record Wish
{
    public const string InPerson = "in-person";

    public const string ByVideo = "remote";

    /// <summary>The tag of the language to be spoken.</summary>
    public required string Language { get; init; }

    /// <summary>The counter's centre.</summary>
    public required string Centre { get; init; }

    public required TimeSlot When { get; init; }

    /// <summary><c>in-person</c> or <c>remote</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Whom the person would rather speak with; a preference, not a condition.</summary>
    public string? Gender { get; init; }

    public required string MinimumLevel { get; init; }

    /// <summary>Whom the person does not want, and who has been asked already. No reason is asked for.</summary>
    public IReadOnlyCollection<Guid> ExcludedMediators { get; init; } = [];

    public IReadOnlyCollection<Guid> ExcludedAssociations { get; init; } = [];

    public TimeSpan Length => When.Until - When.From;
}
