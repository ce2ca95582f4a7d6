namespace Cnaim.Subscriptions.DeliveryLog;

/// <summary>What an endpoint is or was owed.</summary>
internal sealed record DeliveryView
{
    /// <summary>Its place in the lane.</summary>
    public long Number { get; init; }

    /// <summary>Also the webhook-id.</summary>
    public Guid EventId { get; init; }

    /// <summary>Null when the event is older than what is kept.</summary>
    public string? Type { get; init; }

    /// <summary><c>waiting</c>, <c>delivered</c>, or <c>withheld</c> because the agreement does not allow it any more, or it is too large.</summary>
    public string State { get; init; } = "";

    public int Attempts { get; init; }

    public bool Replayed { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
