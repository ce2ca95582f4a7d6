namespace Cnaim.Subscriptions.Usage;

/// <summary>What a partner uses of what it may use.</summary>
internal sealed record UsageView
{
    /// <summary>Requests a second that every service takes from one client.</summary>
    public required int RequestsPerSecond { get; init; }

    /// <summary>Endpoints that a client may have.</summary>
    public required int MostEndpoints { get; init; }

    /// <summary>Days that events, deliveries and the log are kept.</summary>
    public required int DaysKept { get; init; }

    public required IReadOnlyList<EndpointUsage> Endpoints { get; init; }

    /// <summary>The last seven days in which something was sent, the newest first.</summary>
    public required IReadOnlyList<DayUsage> Days { get; init; }
}

/// <summary>What waits for an endpoint, up to 10 000.</summary>
internal sealed record EndpointUsage
{
    public Guid Id { get; init; }

    public string Url { get; init; } = "";

    /// <summary><c>pending</c>, <c>active</c>, <c>paused</c>, <c>error</c> or <c>disabled</c>.</summary>
    public string State { get; init; } = "";

    public int Waiting { get; init; }
}

/// <summary>Requests with events on a day (UTC), and how they ended.</summary>
internal sealed record DayUsage
{
    public DateOnly Day { get; init; }

    public int Delivered { get; init; }

    /// <summary>Every answer but success, and none.</summary>
    public int Failed { get; init; }
}
