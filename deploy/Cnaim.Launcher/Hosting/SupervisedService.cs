using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>One service: started, watched, started again with growing pauses when it crashes.</summary>
public sealed class SupervisedService : IAsyncDisposable
{
    private const int HopelessAfter = 3;
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    private readonly ServiceLaunch _launch;
    private readonly Action _changed;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lock _launching = new();
    private CancellationTokenSource? _stopping;
    private Task _watch = Task.CompletedTask;
    private ChildProcess? _process;
    private int? _lastExitCode;
    private DateTimeOffset? _nextStartAt;

    internal SupervisedService(ServiceLaunch launch, Action changed) => (_launch, _changed) = (launch, changed);

    /// <summary>The service's code.</summary>
    public string Code => _launch.Host.Code;

    /// <summary>Its own HTTP address.</summary>
    public string Address => _launch.Address;

    /// <summary>How it is.</summary>
    public ServiceStatus Status { get; private set; } = ServiceStatus.Stopped;

    /// <summary>How often it crashed and was started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>Its process; null while it has none.</summary>
    public ProcessMark? Process => _process is { HasExited: false } process ? process.Mark : null;

    /// <summary>Its log.</summary>
    public string Log => _launch.Log;

    /// <summary>What <c>state.json</c> says about it.</summary>
    public ServiceState State => new(Code, Status, Process, new Uri(Address).Port, Restarts, _lastExitCode, _nextStartAt);

    /// <summary>Starts it, if it is stopped, and keeps it running until <see cref="StopAsync"/>.</summary>
    public async Task StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_stopping is null)
            {
                _stopping = new CancellationTokenSource();
                Launch();
                _watch = WatchAsync(_stopping.Token);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Waits until its <c>/health/ready</c> is green.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LauncherException">It crashed three times meanwhile.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var already = Restarts;
        while (Status is not ServiceStatus.Ready)
        {
            if (Restarts - already >= HopelessAfter)
            {
                throw new LauncherException(LauncherProblem.Failed, $"{Code} ends again and again while it starts; its log is {Log}.");
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>Stops it: it drains for 10 s at most, then it is killed.</summary>
    public async Task StopAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_stopping is not null)
            {
                LaunchNoMore(_stopping);
                await (_process?.StopAsync(Native.SigTerm, Drain) ?? Task.CompletedTask);
                await _watch;
                _stopping.Dispose();
                _stopping = null;
                Become(ServiceStatus.Stopped);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops and starts it.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Kills its process at once; the supervisor starts it again after a pause.</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Stops its threads: it keeps its connections and answers nothing.</summary>
    public void Pause()
    {
        _process?.Pause();
        Become(ServiceStatus.Paused);
    }

    /// <summary>Lets it go on after <see cref="Pause"/>.</summary>
    public void Resume()
    {
        _process?.Resume();
        Become(ServiceStatus.Ready);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
    }

    // A restart that is due at this moment has either happened whole, or does not happen.
    private void LaunchNoMore(CancellationTokenSource stopping)
    {
        lock (_launching)
        {
            stopping.Cancel();
        }
    }

    private void Launch()
    {
        _process?.Dispose();
        _process = _launch.Start();
        _nextStartAt = null;
        Become(ServiceStatus.Starting);
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        var crashes = 0;
        while (!stopping.IsCancellationRequested)
        {
            var started = _launch.Clock.GetTimestamp();
            await Task.WhenAny(BecomeReadyAsync(stopping), _process!.WaitAsync(CancellationToken.None));
            await _process.WaitAsync(CancellationToken.None);
            if (!stopping.IsCancellationRequested)
            {
                _lastExitCode = _process.ExitCode;
                crashes = _launch.Clock.GetElapsedTime(started) > _launch.BackOff.ForgetAfter ? 1 : crashes + 1;
                await RestAsync(_launch.BackOff.Pause(crashes), stopping);
            }
        }
    }

    private async Task BecomeReadyAsync(CancellationToken stopping)
    {
        var process = _process;
        while (!stopping.IsCancellationRequested && process is { HasExited: false })
        {
            if (await Readiness.IsReadyAsync(Address, stopping))
            {
                Become(ServiceStatus.Ready);
                return;
            }

            await Task.Delay(100, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RestAsync(TimeSpan pause, CancellationToken stopping)
    {
        _nextStartAt = _launch.Clock.GetUtcNow() + pause;
        Become(ServiceStatus.Crashed);
        await Task.Delay(pause, _launch.Clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_launching)
        {
            if (!stopping.IsCancellationRequested)
            {
                Restarts++;
                Launch();
            }
        }
    }

    private void Become(ServiceStatus status)
    {
        Status = status;
        _changed();
    }
}
