namespace Cnaim.Subscriptions.Queues;

/// <summary>A queue as it should be compared with the broker.</summary>
internal sealed record KeptQueue
{
    public Guid EndpointId { get; init; }

    public string ClientId { get; init; } = "";

    public string State { get; init; } = "";

    public bool ResetAsked { get; init; }

    /// <summary>Taken away already.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Whether the agreement gives it today.</summary>
    public bool IsAgreed { get; init; }
}
