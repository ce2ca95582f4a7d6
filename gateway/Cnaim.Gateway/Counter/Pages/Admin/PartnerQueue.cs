namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>A partner's queue at the broker.</summary>
internal sealed record PartnerQueue(string ClientId, string Partner, string Name, string State, string? StateReason, long Sent, int Waiting, long? Messages, int? Connections);

/// <summary>Queues, by client.</summary>
internal sealed record PartnerQueueList(IReadOnlyList<PartnerQueue> Items, string? Next);
