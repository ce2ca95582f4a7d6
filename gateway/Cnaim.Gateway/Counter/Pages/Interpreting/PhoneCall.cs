namespace Cnaim.Gateway.Counter.Pages.Interpreting;

/// <summary>A telephone translation as its desk sees it.</summary>
internal sealed record PhoneCall
{
    public Guid Id { get; init; }

    public required string State { get; init; }

    public required string Language { get; init; }

    public DateTimeOffset From { get; init; }

    public DateTimeOffset PlannedUntil { get; init; }

    /// <summary>What to dial, as long as there is something to dial for.</summary>
    public Line? Line { get; init; }

    public int? WaitMinutes { get; init; }

    public DateTimeOffset? NextFree { get; init; }

    public int? Seconds { get; init; }

    public int? Quality { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Allowed { get; init; } = [];
}

/// <summary>A number, and what to say there.</summary>
internal sealed record Line(string Provider, string Number, string AccessCode);

/// <summary>Telephone translations of a period.</summary>
internal sealed record PhoneCalls(IReadOnlyList<PhoneCall> Items);
