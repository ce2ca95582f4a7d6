using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>
/// F3, run once for all: the broker is paused under load and killed while the load goes on. Beside a sound pair stand an office whose health is always
/// green, and a pair that waits for no confirm and is given its only requests while the broker stands still.
/// </summary>
public sealed class BrokerOutage(BreakableLab lab) : IAsyncLifetime
{
    internal const int Unconfirmed = 40;
    private FaultPair _sound = null!;
    private FaultPair _green = null!;
    private FaultPair _unconfirmed = null!;

    internal FaultReport Sound { get; private set; } = null!;

    internal FaultReport WithoutConfirms { get; private set; } = null!;

    /// <summary>Whether a sound office said that its flow is broken, though ready, while the broker was away.</summary>
    public bool IsSoundTruthful { get; private set; } = true;

    /// <summary>The same of an office whose health is always green.</summary>
    public bool IsAlwaysGreenTruthful { get; private set; } = true;

    public async ValueTask InitializeAsync()
    {
        _sound = await FaultPair.CreateAsync(lab);
        _green = await FaultPair.CreateAsync(lab, "health-always-green");
        _unconfirmed = await FaultPair.CreateAsync(lab, "confirms-off");
        await Task.WhenAll(new[] { _sound.A, _sound.B, _unconfirmed.A }.Select(office => office.StartAndWaitAsync()));
        await _green.A.StartAndWaitAsync();
        await SendAsync(1); // The first publish asks the broker for its exchange.
        await _sound.UnderLoadAsync(20, async () =>
        {
            await KillAsync(() => SendAsync(Unconfirmed));
            for (var kill = 1; kill < Profile.BrokerKills; kill++)
            {
                await KillAsync(() => Task.Delay(TimeSpan.FromSeconds(3)));
            }
        });
        await _unconfirmed.B.StartAndWaitAsync();
        (Sound, WithoutConfirms) = (await _sound.HealAndCountAsync(), await _unconfirmed.HealAndCountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pair in new[] { _sound, _green, _unconfirmed }.OfType<FaultPair>())
        {
            await pair.DisposeAsync();
        }
    }

    // No later message of their streams comes, so no gap shows that they are missing.
    private async Task SendAsync(int count)
    {
        _unconfirmed.Load.Burst(count);
        await _unconfirmed.Load.DrainAsync();
        await Eventually.Async(async () => await _unconfirmed.A.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox") == 0, "deleted without a confirm");
    }

    private async Task KillAsync(Func<Task> whilePaused)
    {
        var broker = lab.Private.Broker;
        broker.Pause();
        await whilePaused();
        await broker.KillAsync();
        Array.ForEach([_sound, _unconfirmed], pair => pair.Faults++);
        IsSoundTruthful &= await TurnsRedAsync(_sound.A, 60) && await IsSoonAsync(_sound.A.IsReadyAsync, 60);
        IsAlwaysGreenTruthful &= await TurnsRedAsync(_green.A, 1);
        await broker.StartAsync(CancellationToken.None);
        await Task.WhenAll(new[] { _sound.A, _sound.B }.Select(office => Eventually.Async(office.IsFlowingAsync, $"{office.Code} green again", 180, 200)));
    }

    private static Task<bool> TurnsRedAsync(FaultOffice office, double seconds) => IsSoonAsync(office.SaysBrokenAsync, seconds);

    private static async Task<bool> IsSoonAsync(Func<Task<bool>> condition, double seconds)
    {
        try
        {
            await Eventually.Async(condition, "true", seconds, 200);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
