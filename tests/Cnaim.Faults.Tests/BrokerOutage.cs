using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F3, run once for a sound pair and for one whose health is always green: the broker is paused under load and killed while the load goes on, twice.</summary>
public sealed class BrokerOutage(FaultLab lab) : IAsyncLifetime
{
    private const int Kills = 2;
    private FaultPair[] _pairs = [];

    internal FaultReport Sound { get; private set; } = null!;

    /// <summary>Whether a sound office said that its flow is broken, though ready, while the broker was away.</summary>
    public bool IsSoundTruthful { get; private set; } = true;

    /// <summary>The same of an office whose health is always green.</summary>
    public bool IsAlwaysGreenTruthful { get; private set; } = true;

    public async ValueTask InitializeAsync()
    {
        _pairs = await Task.WhenAll(new[] { "", "health-always-green" }.Select(switches => FaultPair.StartAsync(lab, switches)));
        using var stop = new CancellationTokenSource();
        var loads = _pairs.Select(pair => pair.Load.RunAsync(20, stop.Token)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(loads);
        Sound = await _pairs[0].HealAndCountAsync(120);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pair in _pairs)
        {
            await pair.DisposeAsync();
        }
    }

    private async Task KillAsync()
    {
        var broker = lab.Private.Broker;
        broker.Pause();
        await Task.Delay(TimeSpan.FromSeconds(3));
        await broker.KillAsync();
        Array.ForEach(_pairs, pair => pair.Faults++);
        IsSoundTruthful &= await TurnsRedAsync(_pairs[0].A, 30) && await _pairs[0].A.IsReadyAsync();
        IsAlwaysGreenTruthful &= await TurnsRedAsync(_pairs[1].A, 1);
        await broker.StartAsync(CancellationToken.None);
        await Task.WhenAll(new[] { _pairs[0].A, _pairs[0].B }.Select(office => Eventually.Async(office.IsFlowingAsync, $"{office.Code} green again", 120)));
    }

    private static async Task<bool> TurnsRedAsync(FaultOffice office, double seconds)
    {
        try
        {
            await Eventually.Async(async () => !await office.IsFlowingAsync(), "red", seconds);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
