using System.Diagnostics;
using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>Two offices as processes on fresh databases, and a load client between them.</summary>
internal sealed class FaultPair : IAsyncDisposable
{
    // Longer than the broker takes to refresh its own figures.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(7);
    private readonly LentOffice[] _lent;
    private readonly List<FaultOffice> _offices = [];
    private readonly string[] _databases;
    private readonly string _switches;

    private FaultPair(FaultLab lab, LentOffice[] lent, string[] databases, string switches)
    {
        (Lab, _lent, _databases, _switches) = (lab, lent, databases, switches);
        (A, B) = (Another(0), Another(1));
        (Load, Poison) = (Client("key"), Client("poison"));
    }

    public FaultLab Lab { get; }

    public FaultOffice A { get; }

    public FaultOffice B { get; }

    public LoadClient Load { get; }

    /// <summary>Sends what cannot be applied: counted apart, so that what <see cref="Load"/> had accepted must all arrive.</summary>
    public LoadClient Poison { get; }

    /// <summary>Faults injected so far.</summary>
    public int Faults { get; set; }

    /// <summary>Requests that A once accepted and has lost by a restore.</summary>
    public HashSet<Guid> ForgottenRows { get; private set; } = [];

    /// <summary>Versions of messages that A once sent and has lost by a restore.</summary>
    public Dictionary<Guid, long> ForgottenVersions { get; private set; } = [];

    /// <summary>Notes what A knows now, for counting after its database went back.</summary>
    public async Task RememberAsync() =>
        (ForgottenRows, ForgottenVersions) = ([.. await A.QueryAsync<Guid>("SELECT request_id FROM probe_accepted")], await FaultCount.VersionsAsync(this));

    /// <summary>Prepares two offices; none runs yet.</summary>
    /// <param name="lab">The servers and the fault build.</param>
    /// <param name="switches">Protections that are switched off in both, comma-separated.</param>
    public static async Task<FaultPair> CreateAsync(FaultLab lab, string switches = "")
    {
        LentOffice[] lent = [await lab.Servers.LendOfficeAsync(), await lab.Servers.LendOfficeAsync()];
        return new FaultPair(lab, lent, [await lab.Servers.CreateDatabaseAsync(), await lab.Servers.CreateDatabaseAsync()], switches);
    }

    /// <summary>Prepares two offices and starts both.</summary>
    public static async Task<FaultPair> StartAsync(FaultLab lab, string switches = "")
    {
        var pair = await CreateAsync(lab, switches);
        await Task.WhenAll(pair.A.StartAndWaitAsync(), pair.B.StartAndWaitAsync());
        return pair;
    }

    /// <summary>Load at a fixed rate while something happens; afterwards every request is repeated until it is accepted.</summary>
    public async Task UnderLoadAsync(int perSecond, Func<Task> happens)
    {
        using var stop = new CancellationTokenSource();
        var load = Load.RunAsync(perSecond, stop.Token);
        try
        {
            await happens();
        }
        finally
        {
            await stop.CancelAsync();
            await load;
        }
    }

    /// <summary>Waits until all is applied and nothing waits, or until nothing moves any more, then counts.</summary>
    public async Task<FaultReport> HealAndCountAsync()
    {
        await Load.DrainAsync();
        await HealAsync();
        return await CountAsync();
    }

    /// <summary>Counts as things are.</summary>
    public async Task<FaultReport> CountAsync()
    {
        var report = await FaultCount.CountAsync(this);
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        TestContext.Current.SendDiagnosticMessage("{0}: {1}", TestContext.Current.Test?.TestDisplayName ?? "scenario", report);
        return report;
    }

    /// <summary>What still waits: outbox rows, parked rows, messages in the receiver's queues.</summary>
    public async Task<int> WaitingAsync()
    {
        var rows = await A.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox") + await B.ScalarAsync<int>("SELECT count(*)::int FROM messaging.parked");
        return rows + (int)await BrokerTools.CountAsync(Lab.Servers.BrokerAdmin, B.Code);
    }

    /// <summary>What the broker itself says lies in the receiver's queue, delivered but unacknowledged messages included.</summary>
    public async Task<int> QueuedAsync() => (await Lab.QueuesAsync()).GetValueOrDefault(B.Code);

    /// <summary>Ends the given processes and starts them with every protection: what heals then was kept, and only healing was broken.</summary>
    public static async Task CureAsync(params FaultOffice[] offices)
    {
        foreach (var office in offices)
        {
            await office.KillAsync();
            office.Switches = "";
        }

        await Task.WhenAll(offices.Select(office => office.StartAndWaitAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        Load.Dispose();
        Poison.Dispose();
        foreach (var office in _offices)
        {
            await office.DisposeAsync();
        }

        foreach (var lent in _lent)
        {
            lent.Dispose();
        }
    }

    /// <summary>A further process of the sender, on the same database.</summary>
    public FaultOffice AnotherSender() => Another(0);

    /// <summary>A further process of the receiver, on the same database.</summary>
    public FaultOffice AnotherReceiver() => Another(1);

    private FaultOffice Another(int index)
    {
        var office = new FaultOffice(Lab, _lent[index], _databases[index], _switches);
        _offices.Add(office);
        return office;
    }

    private LoadClient Client(string name) => new(Path.Combine(Lab.Folder, $"{A.Code}-{Guid.NewGuid():N}.log"), A.Url, A.Code, B.Code, name);

    // A loss is final once nothing waits anywhere and nothing moves; the limit is for what never comes to rest.
    private async Task HealAsync()
    {
        try
        {
            var quiet = Stopwatch.StartNew();
            await Eventually.Async(
                async () =>
                {
                    if (await WaitingAsync() > 0)
                    {
                        quiet.Restart();
                        return false;
                    }

                    return await IsAllAppliedAsync() || (quiet.Elapsed > Quiet && await QueuedAsync() == 0);
                },
                "healed",
                180,
                300);
        }
        catch (TimeoutException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"Not healed: {await WaitingAsync()} waiting.");
        }
    }

    private async Task<bool> IsAllAppliedAsync()
    {
        var applied = (await B.QueryAsync<Guid>("SELECT request_id FROM apply_log")).ToHashSet();
        return Load.Accepted().All(accepted => applied.Contains(accepted.Id));
    }
}
