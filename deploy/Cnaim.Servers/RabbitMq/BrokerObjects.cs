using Cnaim.Messaging.Topology;

namespace Cnaim.Servers;

/// <summary>Exchanges, queues and bindings of the manifest in the form of RabbitMQ's definitions.</summary>
internal static class BrokerObjects
{
    private static readonly Dictionary<string, object> None = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, object> Quorum = new(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };

    // Nobody reads the control messages: only their confirm counts.
    private static readonly Dictionary<string, object> LastOne = new(StringComparer.Ordinal) { ["x-queue-type"] = "classic", ["x-max-length"] = 1 };

    public static IEnumerable<object> Exchanges(TopologyManifest manifest) =>
    [
        Exchange(manifest.CommandsExchange, "topic"),
        Exchange(manifest.EventsExchange, "topic"),
        .. manifest.PartnersExchange.Length > 0 ? (object[])[Exchange(manifest.PartnersExchange, "direct")] : [],
        .. manifest.Services.SelectMany(service => Companions(service.Code).Prepend(service.Code)).Select(name => Exchange(name, "fanout")),
    ];

    public static IEnumerable<object> Queues(TopologyManifest manifest, QueueType queueType) =>
        manifest.Services.SelectMany(service => (object[])
        [
            Queue(service.Code, queueType is QueueType.Quorum ? QuorumArguments(manifest, service.Code) : ClassicArguments(manifest, service.Code)),
            Queue(service.Code + "_error", Quorum),
            Queue(service.Code + "_skipped", Quorum),
            Queue(service.Code + "_dead", Quorum),
            Queue(service.Code + "-ping", LastOne),
        ]);

    public static IEnumerable<object> Bindings(TopologyManifest manifest) =>
    [
        .. manifest.Services.SelectMany(service => Companions(service.Code).Prepend(service.Code)).Select(name => Binding(name, name, "queue", "")),
        .. manifest.Services.Select(service => Binding(manifest.CommandsExchange, service.Code, "exchange", service.Code)),
        .. manifest.Services.SelectMany(service => service.Reads.Select(key => Binding(manifest.EventsExchange, service.Code, "exchange", key))),
    ];

    private static string[] Companions(string code) =>
        [code + "_error", code + "_skipped", code + "_dead", code + "-ping"];

    private static Dictionary<string, object> QuorumArguments(TopologyManifest manifest, string code) => new(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = manifest.DeliveryLimit,
        ["x-dead-letter-exchange"] = code + "_dead",
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
        ["x-max-length-bytes"] = manifest.MaxLengthBytes,
    };

    // A classic queue knows neither a delivery limit nor at-least-once dead-lettering.
    private static Dictionary<string, object> ClassicArguments(TopologyManifest manifest, string code) => new(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "classic",
        ["x-dead-letter-exchange"] = code + "_dead",
        ["x-overflow"] = "reject-publish",
        ["x-max-length-bytes"] = manifest.MaxLengthBytes,
    };

    private static object Exchange(string name, string type) =>
        new { name, vhost = BrokerDefinitions.VirtualHost, type, durable = true, auto_delete = false, @internal = false, arguments = None };

    private static object Queue(string name, IReadOnlyDictionary<string, object> arguments) =>
        new { name, vhost = BrokerDefinitions.VirtualHost, durable = true, auto_delete = false, arguments };

    private static object Binding(string source, string destination, string kind, string key) =>
        new { source, vhost = BrokerDefinitions.VirtualHost, destination, destination_type = kind, routing_key = key, arguments = None };
}
