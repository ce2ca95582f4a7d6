using System.Globalization;
using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>Two offices as processes on fresh databases, and a load client between them.</summary>
internal sealed class FaultPair : IAsyncDisposable
{
    private readonly LentOffice[] _lent;
    private readonly List<FaultOffice> _offices = [];
    private readonly string[] _databases;
    private readonly string _switches;

    private FaultPair(FaultLab lab, LentOffice[] lent, string[] databases, string switches)
    {
        (Lab, _lent, _databases, _switches) = (lab, lent, databases, switches);
        (A, B) = (Another(0), Another(1));
        Load = new LoadClient(Path.Combine(lab.Folder, $"{A.Code}-{Guid.NewGuid():N}.log"), A.Url, A.Code, B.Code);
    }

    public FaultLab Lab { get; }

    public FaultOffice A { get; }

    public FaultOffice B { get; }

    public LoadClient Load { get; }

    /// <summary>Faults injected so far.</summary>
    public int Faults { get; set; }

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

    /// <summary>Waits for healing, then counts.</summary>
    /// <param name="seconds">How long healing may take, doubled for loaded machines by the caller.</param>
    public async Task<FaultReport> HealAndCountAsync(double seconds)
    {
        await Load.DrainAsync();
        await HealAsync(seconds);
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
    public async Task<int> QueuedAsync()
    {
        var list = await Lab.Private.Broker.ControlAsync(["list_queues", "-p", "cnaim", "--no-table-headers", "name", "messages"]);
        return list.Split('\n').Select(line => line.Split('\t')).Where(fields => fields[0].Equals(B.Code, StringComparison.Ordinal)).Sum(fields => int.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        Load.Dispose();
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

    // A sabotaged run never heals: what is left then shows in the report.
    private async Task HealAsync(double seconds)
    {
        try
        {
            await Eventually.Async(async () => await IsAllAppliedAsync() && await WaitingAsync() == 0, "healed", seconds);
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
