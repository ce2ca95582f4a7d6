using Cnaim.Servers;
using Cnaim.Testing;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Cnaim.Data.Tests;

public sealed class When_a_host_starts(PostgresFixture postgres)
{
    [Fact]
    public async Task Should_start_without_its_database_and_turn_green_once_it_is_there()
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        var port = FreePorts.Next();
        var absent = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = port };
        await using var host = DataHost.Create(absent.ConnectionString, ("0001_first.sql", "CREATE TABLE first (id int);"));

        await host.StartAsync();

        (await host.ReadyAsync()).ShouldBe(HealthStatus.Unhealthy);
        host.Start.IsComplete.ShouldBeFalse();
        await using var wire = new TcpProxy(database.Host!, database.Port, port);
        await host.Start.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        (await host.ReadyAsync()).ShouldBe(HealthStatus.Healthy);
        (await host.ScalarAsync<bool>("SELECT to_regclass('first') IS NOT NULL")).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_wait_for_a_database_that_is_not_created_yet()
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        var later = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = database.Database + "_later" };
        await using var host = DataHost.Create(later.ConnectionString, ("0001_first.sql", "CREATE TABLE first (id int);"));

        await host.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken); // Longer than from one try to the next.
        host.Stopping.IsCancellationRequested.ShouldBeFalse();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var create = source.CreateCommand($"CREATE DATABASE {later.Database}"))
        {
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await host.Start.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        (await host.ReadyAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData("Host=127.0.0.1", true)]
    [InlineData("Host=localhost:5433", true)]
    [InlineData("Host=::1", true)]
    [InlineData("Host=/run/postgresql", true)]
    [InlineData("Host=db.example", false)]
    [InlineData("Host=127.0.0.1,db.example", false)]
    [InlineData("Host=10.0.0.5;SSL Mode=Require", false)]
    [InlineData("Host=10.0.0.5;SSL Mode=VerifyFull", true)]
    [InlineData("Host=10.0.0.5;SSL Mode=VerifyCA;Root Certificate=/ca.pem", true)]
    public void Should_not_send_anything_to_another_machine_unprotected(string connectionString, bool isAllowed)
    {
        var refused = Record.Exception(() => DataHost.Create(connectionString + ";Username=health;Password=secret"));

        (refused is null).ShouldBe(isAllowed);
        (refused?.Message ?? "").ShouldNotContain("secret");
        Record.Exception(() => RemoteHosts.RequireProtection("key", connectionString, isAllowed: true)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_turn_red_when_its_database_goes_away()
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        await using var wire = new TcpProxy(database.Host!, database.Port);
        database.Host = "127.0.0.1";
        database.Port = wire.Port;
        await using var host = DataHost.Create(database.ConnectionString);
        await host.StartAsync();
        await host.Start.WaitAsync(TestContext.Current.CancellationToken);
        (await host.ReadyAsync()).ShouldBe(HealthStatus.Healthy);

        await wire.DisposeAsync();

        (await host.ReadyAsync()).ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Should_end_itself_when_waiting_cannot_help()
    {
        await using var host = DataHost.Create(await postgres.CreateDatabaseAsync(), ("0001_wrong.sql", "SELECT 1 / 0;"));

        await host.StartAsync();

        var stopping = new TaskCompletionSource();
        await using var registration = host.Stopping.Register(stopping.SetResult);
        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Environment.ExitCode.ShouldBe(1);
        Environment.ExitCode = 0; // It is this test process's own.
        (await host.ReadyAsync()).ShouldBe(HealthStatus.Unhealthy);
    }
}
