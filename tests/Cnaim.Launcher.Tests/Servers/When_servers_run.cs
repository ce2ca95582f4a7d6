using Cnaim.Servers;
using Shouldly;

namespace Cnaim.Launcher.Tests.Servers;

public sealed class When_servers_run(ServersFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_listen_on_loopback_only()
    {
        await using var servers = await PrivateServers.StartAsync(cancellationToken: Cancel);

        int[] ids = [servers.Postgres.Process!.Id, servers.Broker.Process!.Id, servers.Broker.PortMapper!.Id];
        var listening = ids.Select(Listening.Of).ToList();
        listening.ShouldAllBe(sockets => sockets.Count > 0);
        listening.SelectMany(sockets => sockets).ShouldAllBe(socket => System.Net.IPAddress.IsLoopback(socket.Address));
    }

    [Fact]
    public async Task Should_leave_no_process_and_no_folder_behind()
    {
        var servers = await PrivateServers.StartAsync(cancellationToken: Cancel);
        ProcessMark[] marks = [servers.Postgres.Process!, servers.Broker.Process!, servers.Broker.PortMapper!];
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(servers.Postgres.Log))!;
        Directory.Exists(folder).ShouldBeTrue();

        await servers.DisposeAsync();

        marks.ShouldAllBe(mark => !mark.IsRunning);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public void Should_not_run_as_root()
    {
        var status = File.ReadAllText($"/proc/{fixture.Servers.Broker.Process!.Id}/status");
        status.Split('\n').Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1].ShouldNotBe("0", StringComparer.Ordinal);
    }

    [Fact]
    public void Should_have_the_highest_limit_of_open_files_that_is_allowed()
    {
        var limits = File.ReadAllLines($"/proc/{fixture.Servers.Broker.Process!.Id}/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        var own = File.ReadAllLines("/proc/self/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        Soft(limits).ShouldBe(Math.Min(65_536, Hard(own)));
    }

    private static long Soft(string line) => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], System.Globalization.CultureInfo.InvariantCulture);

    private static long Hard(string line) => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], System.Globalization.CultureInfo.InvariantCulture);
}
