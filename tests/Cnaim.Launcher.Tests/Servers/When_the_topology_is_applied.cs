using System.Text.Json;
using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Shouldly;

namespace Cnaim.Launcher.Tests.Servers;

public sealed class When_the_topology_is_applied(ServersFixture fixture)
{
    private static readonly TopologyManifest Manifest = TopologyManifest.Load();
    private static readonly string[] Suffixes = ["", "_error", "_skipped", "_dead", "-ping"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_hold_exactly_the_exchanges_of_the_manifest()
    {
        var rows = await ListAsync("list_exchanges", "name", "type");

        var expected = Manifest.Services.SelectMany(service => Suffixes.Select(suffix => $"{service.Code}{suffix} fanout"))
            .Append($"{Manifest.CommandsExchange} topic")
            .Append($"{Manifest.EventsExchange} topic")
            .Append($"{Manifest.PartnersExchange} direct");
        rows.Select(row => $"{row["name"]} {row["type"]}").Where(row => row[0] is not ' ' && !row.StartsWith("amq.", StringComparison.Ordinal))
            .ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_hold_exactly_the_queues_of_the_manifest()
    {
        var rows = await ListAsync("list_queues", "name", "type", "durable");

        rows.Select(row => $"{row["name"]} {row["type"]} {row["durable"]}").ShouldBe(
            Manifest.Services.SelectMany(service => Suffixes.Select(suffix => $"{service.Code}{suffix} {(suffix is "-ping" ? "classic" : "quorum")} True")), ignoreOrder: true);
    }

    [Fact]
    public async Task Should_set_the_limits_of_a_service_queue()
    {
        var rows = await ListAsync("list_queues", "name", "arguments");

        var arguments = rows.Single(row => row["name"].GetString() is "health")["arguments"].EnumerateArray()
            .ToDictionary(argument => argument[0].GetString()!, argument => argument[2].ToString(), StringComparer.Ordinal);
        arguments.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = "20",
                ["x-dead-letter-exchange"] = "health_dead",
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-overflow"] = "reject-publish",
                ["x-max-length-bytes"] = "2147483648",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Should_bind_each_service_to_its_commands_and_events_only()
    {
        var rows = await ListAsync("list_bindings", "source_name", "destination_name", "destination_kind", "routing_key");

        var expected = Manifest.Services.SelectMany(service => Suffixes.Select(suffix => $"{service.Code}{suffix} > queue {service.Code}{suffix} #"))
            .Concat(Manifest.Services.Select(service => $"{Manifest.CommandsExchange} > exchange {service.Code} #{service.Code}"))
            .Concat(Manifest.Services.SelectMany(service => service.Reads.Select(key => $"{Manifest.EventsExchange} > exchange {service.Code} #{key}")));
        rows.Where(row => row["source_name"].GetString() is not "")
            .Select(row => $"{row["source_name"]} > {row["destination_kind"]} {row["destination_name"]} #{row["routing_key"]}")
            .ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_give_each_service_rights_on_its_own_names_only()
    {
        var rows = await ListAsync("list_permissions");

        var names = rows.ToDictionary(row => row["user"].GetString()!, StringComparer.Ordinal);
        names.Keys.ShouldBe(Manifest.Services.Select(service => service.Code).Append("cnaim-administrator").Append(BrokerDefinitions.Provisioner), ignoreOrder: true);
        const string own = @"^(cnaim\.commands|cnaim\.events|health(_error|_skipped|_dead|-ping)?)$";
        (names["health"]["configure"].GetString(), names["health"]["write"].GetString(), names["health"]["read"].GetString()).ShouldBe((own, own, own));
        rows.Where(row => row["write"].GetString()!.Contains("partners", StringComparison.Ordinal)).Select(row => row["user"].GetString()).ShouldBe(["subscriptions"]);
        (names[BrokerDefinitions.Provisioner]["configure"].GetString(), names[BrokerDefinitions.Provisioner]["write"].GetString()).ShouldBe((@"^partner\..+$", @"^partner\..+$"));
    }

    [Fact]
    public async Task Should_limit_routing_keys_to_what_the_manifest_allows()
    {
        var rows = await ListAsync("list_topic_permissions");

        rows.Count.ShouldBe(2 * Manifest.Services.Count);
        var commands = rows.Single(row => row["user"].GetString() is "screening" && row["exchange"].ValueEquals(Manifest.CommandsExchange));
        commands["read"].GetString().ShouldBe("^(screening)$");
        commands["write"].GetString()!.ShouldContain("health");
        commands["write"].GetString()!.ShouldNotContain("screening");
        var events = rows.Single(row => row["user"].GetString() is "health" && row["exchange"].ValueEquals(Manifest.EventsExchange));
        events["read"].GetString().ShouldBe("^$");
        events["write"].GetString()!.ShouldStartWith(@"^(pt\.cnaim\.referral|");
    }

    private async Task<List<Dictionary<string, JsonElement>>> ListAsync(string command, params string[] columns)
    {
        var json = await fixture.Servers.Broker.ControlAsync([command, "-p", BrokerDefinitions.VirtualHost, "--formatter", "json", .. columns], Cancel);
        return JsonSerializer.Deserialize<List<Dictionary<string, JsonElement>>>(json)!;
    }
}
