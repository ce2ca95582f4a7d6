namespace Cnaim.Gateway.Counter.Pages.Mediators;

/// <summary>Who can interpret, the best first, and what to do when nobody is free.</summary>
internal sealed record Found(IReadOnlyList<FoundMediator> Mediators, IReadOnlyList<NextStep> Next);

/// <summary>A mediator who was found.</summary>
internal sealed record FoundMediator
{
    public Guid Id { get; init; }

    public required string DisplayName { get; init; }

    public required string Centre { get; init; }

    public bool IsHere { get; init; }

    public required string Spoken { get; init; }

    public bool IsFree { get; init; }

    public DateTimeOffset FreeFrom { get; init; }

    /// <summary>As stated; only where a search asked for it.</summary>
    public string? Gender { get; init; }
}

/// <summary>Something else to try, in the order in which it is to be tried.</summary>
internal sealed record NextStep(string Step, bool Available, bool Assumed, int Mediators, DateTimeOffset? FreeFrom, IReadOnlyList<string> Languages);
