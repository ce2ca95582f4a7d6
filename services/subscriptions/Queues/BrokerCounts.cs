namespace Cnaim.Subscriptions.Queues;

/// <summary>Messages by queue and connections by user, as the broker counts them.</summary>
internal sealed record BrokerCounts(IReadOnlyDictionary<string, long> Messages, IReadOnlyDictionary<string, int> Connections);
