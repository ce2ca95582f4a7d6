using System.Text.RegularExpressions;
using Cnaim.Messaging.Topology;

namespace Cnaim.Servers;

/// <summary>Rights of a service's user: its own names and the two exchanges; routing keys as the manifest allows. Never the default exchange.</summary>
internal static class BrokerRights
{
    private const string Nothing = "^$";
    private const string PartnerQueues = @"^partner\..+$";

    public static object Permission(TopologyManifest manifest, string code)
    {
        var names = Names(manifest, code);
        return new { user = code, vhost = BrokerDefinitions.VirtualHost, configure = names, write = manifest.Find(code) is { Kind: "subscriptions" } ? PublishesToPartners(manifest, names) : names, read = names };
    }

    /// <summary>Of the user that makes and removes partners' queues: those, and to bind them.</summary>
    public static object ProvisioningPermission(TopologyManifest manifest) =>
        new { user = BrokerDefinitions.Provisioner, vhost = BrokerDefinitions.VirtualHost, configure = PartnerQueues, write = PartnerQueues, read = $"^{Escape(manifest.PartnersExchange)}$" };

    public static IEnumerable<object> TopicPermissions(TopologyManifest manifest, string code)
    {
        var service = manifest.Find(code)!;
        yield return Topic(code, manifest.CommandsExchange, OneOf(ReceiversOf(manifest, service)), OneOf([code]));
        yield return Topic(code, manifest.EventsExchange, Within(service.Publishes), OneOf(service.Reads));
    }

    private static List<string> ReceiversOf(TopologyManifest manifest, TopologyService sender)
    {
        var kinds = sender.Sends.Values.SelectMany(kinds => kinds).ToHashSet(StringComparer.Ordinal);
        return [.. manifest.Services.Where(service => kinds.Contains(service.Kind)).Select(service => service.Code)];
    }

    private static object Topic(string user, string exchange, string write, string read) =>
        new { user, vhost = BrokerDefinitions.VirtualHost, exchange, write, read };

    private static string Names(TopologyManifest manifest, string code) =>
        $"^({Escape(manifest.CommandsExchange)}|{Escape(manifest.EventsExchange)}|{Escape(code)}(_error|_skipped|_dead|-ping)?)$";

    private static string PublishesToPartners(TopologyManifest manifest, string names) => $"{names}|^{Escape(manifest.PartnersExchange)}$";

    private static string OneOf(IReadOnlyCollection<string> keys) => keys.Count == 0 ? Nothing : $"^({string.Join('|', keys.Select(Escape))})$";

    private static string Within(IReadOnlyCollection<string> aggregates) => aggregates.Count == 0 ? Nothing : $@"^({string.Join('|', aggregates.Select(Escape))})\.";

    private static string Escape(string text) => Regex.Escape(text);
}
