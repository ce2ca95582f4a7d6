using Cnaim.Gateway.Counter.Pages.Desks;

namespace Cnaim.Gateway.Counter.Pages.Floor;

/// <summary>The queues and desks of a centre now.</summary>
internal sealed record FloorState(IReadOnlyList<FloorQueue> Queues, IReadOnlyList<FloorDesk> Desks, int ChildrenAfterClosing, DateTimeOffset At)
{
    /// <summary>What a desk serves, in words.</summary>
    public string NamesOf(FloorDesk desk) => string.Join(", ", Queues.Where(queue => desk.Queues.Contains(queue.Queue.Id, StringComparer.Ordinal)).Select(queue => queue.Queue.Name));
}

/// <summary>A queue with its level: <c>calm</c>, <c>busy</c> or <c>over</c> its limit.</summary>
internal sealed record FloorQueue(WatchedQueue Queue, string Level);

/// <summary>What a coordinator sees of a queue.</summary>
internal sealed record WatchedQueue
{
    public required string Id { get; init; }

    public required string NamePt { get; init; }

    public required string NameEn { get; init; }

    public bool IsOpen { get; init; }

    public string? Reason { get; init; }

    public int Waiting { get; init; }

    public double? LongestWaitMinutes { get; init; }

    public int OpenDesks { get; init; }

    public required WaitRange ExpectedWait { get; init; }

    public int Version { get; init; }

    public string Name => Words.Language.StartsWith("pt", StringComparison.Ordinal) ? NamePt : NameEn;
}

/// <summary>A desk, for whom it works and since when.</summary>
internal sealed record FloorDesk
{
    public required string Id { get; init; }

    public required string State { get; init; }

    public string? HeldOffice { get; init; }

    public DateTimeOffset? Since { get; init; }

    public IReadOnlyList<string> Queues { get; init; } = [];

    public string? Ticket { get; init; }

    public int Version { get; init; }
}
