using Cnaim.Servers;
using Npgsql;

namespace Cnaim.Faults.Tests;

/// <summary>F4: the database stops at once, and dies because one of its sessions is killed; requests are repeated with their keys.</summary>
[Collection(nameof(ServerFaults))]
public sealed class When_the_database_goes_away(BreakableLab lab)
{
    private const int SigQuit = 3;
    private const int SigKill = 9;

    [Fact]
    public async Task Should_lose_and_double_nothing()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        await pair.UnderLoadAsync(50, async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await StopImmediatelyAsync();
            pair.Faults++;
            await BackAsync(pair);
            await KillSessionAsync(pair);
            pair.Faults++;
            await BackAsync(pair);
        });

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    private async Task StopImmediatelyAsync()
    {
        var server = lab.Private.Postgres;
        server.Process!.Signal(SigQuit);
        await Cnaim.Testing.Eventually.Async(() => Task.FromResult(server.Process is null), "PostgreSQL ended");
        await server.StartAsync(CancellationToken.None);
    }

    // The postmaster then ends all other sessions and recovers.
    private static async Task KillSessionAsync(FaultPair pair)
    {
        // A session of the pool may end between the look and the signal.
        var sessions = await pair.A.QueryAsync<int>("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()");
        sessions.Exists(session => ProcessMark.Of(session)?.Signal(SigKill) is true).ShouldBeTrue();
    }

    private static Task BackAsync(FaultPair pair) => Cnaim.Testing.Eventually.Async(
        async () =>
        {
            try
            {
                return await pair.A.ScalarAsync<int>("SELECT 1") == 1 && await pair.A.IsFlowingAsync() && await pair.B.IsFlowingAsync();
            }
            catch (NpgsqlException)
            {
                return false;
            }
        },
        "both green again",
        180,
        200);
}
