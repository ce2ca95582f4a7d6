using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Shouldly;

namespace Cnaim.Launcher.Tests.Servers;

/// <summary>The node accepts connections a moment before it counts as started.</summary>
public sealed class When_the_broker_only_listens
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_apply_the_topology_as_soon_as_it_has_started()
    {
        var folder = Directory.CreateTempSubdirectory("cnaim-broker-").FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        await using var broker = await PrivateRabbitMq.StartAsync(new RabbitMqOptions { Folder = Path.Combine(folder, "rabbitmq") }, Cancel);
        await broker.ControlAsync(["await_startup", "--timeout", "60"], Cancel);
        await broker.ControlAsync(["stop_app"], Cancel);

        var applying = broker.ApplyAsync(TopologyManifest.Load(), Cancel);
        await Task.WhenAny(applying, Task.Delay(TimeSpan.FromSeconds(5), Cancel)); // the first try finds a node that has not started
        await broker.ControlAsync(["start_app"], Cancel);
        await applying;

        (await broker.ControlAsync(["list_queues", "-p", "cnaim", "name"], Cancel)).Split('\n').ShouldContain("health");
    }
}
