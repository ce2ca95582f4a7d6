namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>The queues of a centre.</summary>
internal sealed record QueueList(IReadOnlyList<Queue> Items, DateTimeOffset At);

/// <summary>A queue, and how long it takes now.</summary>
internal sealed record Queue
{
    public required string Id { get; init; }

    public required string NamePt { get; init; }

    public required string NameEn { get; init; }

    public bool IsOpen { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? NextOpening { get; init; }

    public int Waiting { get; init; }

    public required WaitRange ExpectedWait { get; init; }

    public string Name => Words.Language.StartsWith("pt", StringComparison.Ordinal) ? NamePt : NameEn;
}

/// <summary>A wait in minutes, from and to.</summary>
internal sealed record WaitRange(int Low, int High);
