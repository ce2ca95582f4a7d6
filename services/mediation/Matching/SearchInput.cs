namespace Cnaim.Mediation.Matching;

/// <summary>A search for a mediator. It is a POST, so that what a person does not want stands in no address and in no log.</summary>
internal sealed record SearchInput
{
    /// <summary>The language to be spoken; <c>ro-MD</c> finds Romanian.</summary>
    public required string Language { get; init; }

    /// <summary>The caller's own centre; may be left out.</summary>
    public string? Centre { get; init; }

    /// <summary>When; now when it is left out.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long; 30 minutes when it is left out.</summary>
    public int? Minutes { get; init; }

    /// <summary><c>in-person</c> or <c>remote</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>A preference: <c>female</c>, <c>male</c> or <c>other</c>.</summary>
    public string? Gender { get; init; }

    /// <summary><c>good</c> when it is left out.</summary>
    public string? MinimumLevel { get; init; }

    /// <summary>Mediators whom the person does not want; no reason is asked for and nothing is kept.</summary>
    public IReadOnlyList<Guid> NotMediators { get; init; } = [];

    /// <summary>Associations whose mediators the person does not want.</summary>
    public IReadOnlyList<Guid> NotAssociations { get; init; } = [];

    /// <summary>Other languages that the person speaks, for the last resort.</summary>
    public IReadOnlyList<string> AlsoSpeaks { get; init; } = [];
}
