using Cnaim.Servers;
using Npgsql;
using Shouldly;

namespace Cnaim.Launcher.Tests.Platform;

public sealed class When_a_platform_runs
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_start_a_crashed_service_again_and_say_so()
    {
        using var sample = new SamplePlatform();
        await using var platform = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel);
        var first = platform["sample"].Process!;

        await platform["sample"].KillAsync();
        await SamplePlatform.UntilAsync(() => platform["sample"] is { Status: ServiceStatus.Ready, Restarts: 1 });

        platform["sample"].Process.ShouldNotBe(first);
        await SamplePlatform.UntilAsync(() => Told().Status is ServiceStatus.Ready); // written a moment after it is so
        (Told().Restarts, Told().LastExitCode).ShouldBe((1, 137));

        ServiceState Told() => StateFile.Read(sample.Layout.State)!.Services.Single();
    }

    [Fact]
    public async Task Should_refuse_a_second_supervisor_in_the_same_folder()
    {
        using var sample = new SamplePlatform();
        await using var platform = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel);

        var refusal = await Should.ThrowAsync<LauncherException>(() => PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel));

        refusal.Problem.ShouldBe(LauncherProblem.Taken);
        refusal.Message.ShouldContain("already running");
        platform["sample"].Process!.IsRunning.ShouldBeTrue();
        (await Readiness.IsReadyAsync(platform.AddressOf("sample"), Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_listen_on_loopback_only_and_leave_nothing_behind()
    {
        using var sample = new SamplePlatform();
        var platform = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel);
        var state = StateFile.Read(sample.Layout.State)!;
        ProcessMark[] marks = [.. state.Servers.Select(server => server.Process), state.Services.Single().Process!];
        var sockets = ListeningSockets.Read();
        var addresses = marks.SelectMany(mark => sockets.Of(mark.Id)).ToList();

        await platform.DisposeAsync();

        addresses.Count.ShouldBeGreaterThanOrEqualTo(5);
        addresses.ShouldAllBe(address => System.Net.IPAddress.IsLoopback(address.Address));
        marks.ShouldAllBe(mark => !mark.IsRunning);
        StateFile.Read(sample.Layout.State)!.Phase.ShouldBe(PlatformPhase.Stopped);
    }

    [Fact]
    public async Task Should_keep_data_and_ports_from_one_start_to_the_next()
    {
        using var sample = new SamplePlatform();
        IReadOnlyDictionary<string, int> ports;
        await using (var first = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel))
        {
            ports = StateFile.Read(sample.Layout.State)!.Ports;
            await ExecuteAsync(first, "CREATE TABLE kept (id int)");
        }

        await using var second = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel);

        await ExecuteAsync(second, "INSERT INTO kept VALUES (1)");
        StateFile.Read(sample.Layout.State)!.Ports.ShouldBe(ports, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_give_a_service_the_keys_of_the_hosting_conventions()
    {
        using var sample = new SamplePlatform();
        var options = sample.Options with
        {
            Environment = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["sample"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["CNAIM_CLOCK_OFFSET"] = "3600" },
            },
        };
        await using var platform = await PlatformHandle.StartAsync(options, cancellationToken: Cancel);

        (await EnvironmentAsync(platform, "CNAIM_MODE")).ShouldBe("sandbox");
        (await EnvironmentAsync(platform, "ConnectionStrings__Database")).ShouldContain("Database=cnaim_sample");
        (await EnvironmentAsync(platform, "ConnectionStrings__Migrations")).ShouldContain("Username=cnaim_sample_owner");
        (await EnvironmentAsync(platform, "ConnectionStrings__Sealer")).ShouldContain("Username=cnaim_sample_sealer");
        (await EnvironmentAsync(platform, "Identity__Client__Id")).ShouldBe("sample");
        (await EnvironmentAsync(platform, "Identity__Issuer")).ShouldBe(platform.Gateway);
        Convert.FromBase64String(await EnvironmentAsync(platform, "Protection__Key")).Length.ShouldBe(32);
        (await EnvironmentAsync(platform, "Broker__Url")).ShouldBeEmpty();
        (await EnvironmentAsync(platform, "CNAIM_CLOCK_OFFSET")).ShouldBe("3600");
    }

    private static async Task<string> EnvironmentAsync(PlatformHandle platform, string name)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"{platform.AddressOf("sample")}/environment?name={name}"), Cancel);
    }

    private static async Task ExecuteAsync(PlatformHandle platform, string sql)
    {
        await using var source = NpgsqlDataSource.Create(platform.OwnerConnectionString("sample"));
        await source.CreateCommand(sql).ExecuteNonQueryAsync(Cancel);
    }
}
