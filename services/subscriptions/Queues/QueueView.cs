using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Queues;

/// <summary>A partner's own queue. Its log, its deliveries, replay, pause and test are those of an endpoint with this id.</summary>
internal sealed record QueueView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string VirtualHost { get; init; }

    /// <summary>Ask <c>/connect/token</c> with <c>audience=rabbitmq</c>: the token is the password of the connection.</summary>
    public required string Scope { get; init; }

    /// <summary>Null for all that the agreement allows.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary><c>pending</c> until it is there, <c>active</c>, <c>paused</c>, or <c>disabled</c> and gone.</summary>
    public required string State { get; init; }

    /// <summary>Why it is disabled: <c>agreement</c>, <c>client</c> or <c>closed</c>.</summary>
    public string? StateReason { get; init; }

    /// <summary>How many events were put in: the sequence number of the last one.</summary>
    public required long Sent { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public static QueueView Of(WebhookEndpoint queue, string virtualHost) => new()
    {
        Id = queue.EndpointId,
        Name = QueueName.Of(queue.ClientId),
        VirtualHost = virtualHost,
        Scope = QueueName.ScopeOf(virtualHost, queue.ClientId),
        EventTypes = queue.EventTypes,
        State = queue.State,
        StateReason = queue.StateReason,
        Sent = queue.SentCount,
        LastSuccessAt = queue.LastSuccessAt,
    };
}

/// <summary>What a partner writes of its queue.</summary>
internal sealed record QueueInput
{
    /// <summary>Some of the agreement's types; null for all of them.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }
}
