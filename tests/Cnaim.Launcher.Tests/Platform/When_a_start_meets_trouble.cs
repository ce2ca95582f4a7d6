using System.Net;
using System.Net.Sockets;
using Cnaim.Cli.Up;
using Cnaim.Servers;
using Shouldly;

namespace Cnaim.Launcher.Tests.Platform;

public sealed class When_a_start_meets_trouble
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_ignore_a_stale_state_and_spare_a_process_that_took_its_number()
    {
        using var sample = new SamplePlatform();
        var self = ProcessMark.Of(Environment.ProcessId)!;
        var stale = self with { StartTime = self.StartTime - 1 };
        StateFile.Write(sample.Layout.State, new PlatformState
        {
            Supervisor = stale,
            Phase = PlatformPhase.Ready,
            Services = [new ServiceState("sample", ServiceStatus.Ready, stale, 1, 0, null, null)],
        });

        await using var platform = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel);

        platform["sample"].Status.ShouldBe(ServiceStatus.Ready);
        self.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_end_what_a_killed_supervisor_has_left_running()
    {
        using var sample = new SamplePlatform();
        using var left = System.Diagnostics.Process.Start("sleep", "600");
        var mark = ProcessMark.Of(left.Id)!;
        StateFile.Write(sample.Layout.State, new PlatformState
        {
            Supervisor = mark with { Id = 0 },
            Phase = PlatformPhase.Ready,
            Services = [new ServiceState("sample", ServiceStatus.Ready, mark, 1, 0, null, null)],
        });

        await using var platform = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel);

        mark.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_make_a_half_made_data_folder_anew()
    {
        using var sample = new SamplePlatform();
        var making = Path.Combine(sample.Layout.Postgres, "data.making");
        Directory.CreateDirectory(making);
        await File.WriteAllTextAsync(Path.Combine(making, "PG_VERSION"), "15", Cancel);

        await using var platform = await PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel);

        Directory.Exists(making).ShouldBeFalse();
        platform.Postgres!.Process.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_leave_a_damaged_data_folder_alone_and_stop_what_it_started()
    {
        using var sample = new SamplePlatform();
        var data = Path.Combine(sample.Layout.Postgres, "data");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "precious"), "x", Cancel);

        var refusal = await Should.ThrowAsync<LauncherException>(() => PlatformHandle.StartAsync(sample.Options, cancellationToken: Cancel));

        refusal.Message.ShouldContain("not a complete PostgreSQL cluster");
        File.Exists(Path.Combine(data, "precious")).ShouldBeTrue();
        var state = StateFile.Read(sample.Layout.State)!;
        (state.Phase, state.Error).ShouldBe((PlatformPhase.Failed, refusal.Message));
        state.Ports.Values.ShouldAllBe(port => FreePorts.IsFree(port));
    }

    [Fact]
    public async Task Should_name_the_variable_when_the_gateway_port_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var sample = new SamplePlatform();

        var refusal = Should.Throw<LauncherException>(() => PreparePlatform.RequirePort(port, "CNAIM_GATEWAY_PORT"));
        var failure = await Should.ThrowAsync<ServerException>(() => PrivatePostgres.StartAsync(new PostgresOptions { Folder = sample.Layout.Postgres, Port = port }, Cancel));

        refusal.Problem.ShouldBe(LauncherProblem.Taken);
        refusal.Message.ShouldContain("CNAIM_GATEWAY_PORT=");
        failure.Message.ShouldContain($"Port {port} is taken");
    }

    [Fact]
    public async Task Should_give_up_on_a_service_that_ends_at_every_start()
    {
        using var sample = new SamplePlatform();
        var options = sample.Options with
        {
            Environment = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["*"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["SAMPLE_FAILS"] = "1" },
            },
        };

        var failure = await Should.ThrowAsync<LauncherException>(() => PlatformHandle.StartAsync(options, cancellationToken: Cancel));

        failure.Message.ShouldContain("sample ends again and again");
        var state = StateFile.Read(sample.Layout.State)!;
        state.Services.Single().LastExitCode.ShouldBe(3);
        state.Servers.ShouldAllBe(server => !server.Process.IsRunning);
    }

    [Fact]
    public void Should_wait_longer_after_every_crash_up_to_a_limit()
    {
        var backOff = BackOff.Default;

        Enumerable.Range(1, 7).Select(crashes => backOff.Pause(crashes).TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 30, 30]);
        backOff.Pause(int.MaxValue).ShouldBe(TimeSpan.FromSeconds(30));
    }
}
