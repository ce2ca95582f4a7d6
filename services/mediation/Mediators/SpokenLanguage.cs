namespace Cnaim.Mediation.Mediators;

/// <summary>A language of a mediator.</summary>
internal sealed record SpokenLanguage
{
    /// <summary>As <c>GET /v1/languages</c> has it.</summary>
    public required string Tag { get; init; }

    /// <summary><c>basic</c>, <c>good</c>, <c>fluent</c> or <c>native</c>.</summary>
    public required string Spoken { get; init; }

    /// <summary>The same for reading; null for a language that the mediator does not read.</summary>
    public string? Read { get; init; }
}
