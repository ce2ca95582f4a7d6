using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Cnaim.Messaging.Topology;

/// <summary>The one manifest of the broker, <c>deploy/rabbitmq/topology.yaml</c> (ADR 0003): who exists, who may send, publish and read what.</summary>
public sealed class TopologyManifest
{
    private static readonly Lazy<TopologyManifest> Embedded = new(LoadEmbedded);
    private readonly Dictionary<string, TopologyService> _services;

    private TopologyManifest(TopologyDocument document)
    {
        CommandsExchange = document.Exchanges.Commands;
        EventsExchange = document.Exchanges.Events;
        PartnersExchange = document.Exchanges.Partners;
        DeliveryLimit = document.Queue.DeliveryLimit;
        MaxLengthBytes = document.Queue.MaxLengthBytes;
        _services = document.Services.ToDictionary(service => service.Code, service => TopologyService.From(service, document.Kinds[service.Kind]), StringComparer.Ordinal);
    }

    /// <summary>The topic exchange of commands; the routing key is the receiving service's code.</summary>
    public string CommandsExchange { get; }

    /// <summary>The topic exchange of events; the routing key is the CloudEvents type.</summary>
    public string EventsExchange { get; }

    /// <summary>The direct exchange that partners' own queues are bound to; only subscriptions writes to it. Empty in a manifest without one.</summary>
    public string PartnersExchange { get; }

    /// <summary>How often a message is delivered before it goes to <c>{service}_dead</c>.</summary>
    public int DeliveryLimit { get; }

    /// <summary>How many bytes a queue holds before it refuses more.</summary>
    public long MaxLengthBytes { get; }

    /// <summary>Every service with a broker user.</summary>
    public IReadOnlyCollection<TopologyService> Services => _services.Values;

    /// <summary>The embedded manifest; parsed once per process.</summary>
    public static TopologyManifest Load() => Embedded.Value;

    /// <summary>Parses a manifest.</summary>
    /// <param name="yaml">The manifest's text.</param>
    public static TopologyManifest Parse(string yaml)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return new TopologyManifest(deserializer.Deserialize<TopologyDocument>(yaml));
    }

    /// <summary>One service.</summary>
    /// <param name="code">Its code.</param>
    /// <returns>The service, or null when the manifest does not name it.</returns>
    public TopologyService? Find(string code) => _services.GetValueOrDefault(code);

    /// <summary>Whether a service may send a command to another.</summary>
    /// <param name="fromService">The sender's code.</param>
    /// <param name="command">The command's wire name, for example <c>request-referral</c>.</param>
    /// <param name="toService">The receiver's code.</param>
    public bool MaySend(string fromService, string command, string toService) =>
        _services.TryGetValue(fromService, out var from) && _services.TryGetValue(toService, out var to)
        && from.Sends.TryGetValue(command, out var kinds) && kinds.Contains(to.Kind);

    /// <summary>Whether a service may publish an event.</summary>
    /// <param name="service">The publisher's code.</param>
    /// <param name="eventType">The CloudEvents type.</param>
    public bool MayPublish(string service, string eventType) =>
        _services.TryGetValue(service, out var from)
        && from.Publishes.Any(stem => eventType.StartsWith(stem, StringComparison.Ordinal) && eventType.Length > stem.Length && eventType[stem.Length] == '.');

    /// <summary>Whether a service reads an event.</summary>
    /// <param name="service">The reader's code.</param>
    /// <param name="eventType">The CloudEvents type.</param>
    public bool MayRead(string service, string eventType) =>
        _services.TryGetValue(service, out var reader) && reader.Reads.Any(pattern => TopicPattern.IsMatch(pattern, eventType));

    private static TopologyManifest LoadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("topology.yaml")
            ?? throw new InvalidOperationException("The manifest topology.yaml is not embedded.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
