namespace Cnaim.Subscriptions.DeliveryLog;

/// <summary>Either ids or a time.</summary>
internal sealed record ReplayInput
{
    /// <summary>1 to 1000 event ids.</summary>
    public IReadOnlyList<Guid>? EventIds { get; init; }

    /// <summary>Everything that reached this service since then, at most 30 days ago.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>With <c>since</c>: the <c>next</c> of the answer before, to go on from there.</summary>
    public string? After { get; init; }
}

/// <summary>How many are owed again; with <c>more</c>, the rest is asked for by <c>next</c>.</summary>
internal sealed record Replayed(int Events, bool More, string? Next);
