using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>Holds the platform's lock and keeps <c>state.json</c> true while it runs.</summary>
internal sealed class StateKeeper : IDisposable
{
    private readonly PlatformLayout _layout;
    private readonly FileStream _lock;
    private readonly Lock _writing = new();
    private IReadOnlyCollection<SupervisedService> _services = [];
    private PlatformState _state;

    private StateKeeper(PlatformLayout layout, FileStream held, PlatformState? earlier)
    {
        (_layout, _lock) = (layout, held);
        Ports = new PortBook(earlier?.Ports ?? new Dictionary<string, int>(StringComparer.Ordinal));
        _state = new PlatformState { Supervisor = ProcessMark.Of(Environment.ProcessId)!, Phase = PlatformPhase.Starting, StartedAt = TimeProvider.System.GetUtcNow() };
        Write();
    }

    public PortBook Ports { get; }

    /// <summary>Takes the lock; what a killed supervisor has left running is ended first.</summary>
    public static StateKeeper Open(PlatformLayout layout)
    {
        FileStream held;
        try
        {
            held = new FileStream(layout.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException cause) when (File.Exists(layout.Lock))
        {
            throw new LauncherException(LauncherProblem.Taken, $"A platform is already running in {layout.Home}; see ./cnaim status, or end it with ./cnaim down.", cause);
        }

        var earlier = StateFile.Read(layout.State);
        Leftovers.End(earlier);
        return new StateKeeper(layout, held, earlier);
    }

    // A failed start stays failed while what was started is being stopped.
    public void Become(PlatformPhase phase) => Change(state => state.Phase is PlatformPhase.Failed ? state : state with { Phase = phase });

    public void Changed() => Change(state => state);

    public void Serve(PlatformServers servers) => Change(state => state with { Servers = servers.State });

    public void Supervise(IReadOnlyCollection<SupervisedService> services, ServiceConfiguration configuration)
    {
        _services = services;
        Change(state => state with { Gateway = configuration.HttpOf("gateway"), GatewayGrpc = configuration.GrpcOf("gateway") });
    }

    public void Fail(Exception cause) => Change(state => state with
    {
        Phase = PlatformPhase.Failed,
        Error = cause.Message,
        Problem = (cause as LauncherException)?.Problem ?? LauncherProblem.Failed,
    });

    public IProgress<PlatformStep> Follow(IProgress<PlatformStep>? other) => new Steps(this, other);

    public void Dispose() => _lock.Dispose();

    private void Change(Func<PlatformState, PlatformState> change)
    {
        lock (_writing)
        {
            _state = change(_state) with { Services = [.. _services.Select(service => service.State)], Ports = Ports.Ports };
            Write();
        }
    }

    private void Write() => StateFile.Write(_layout.State, _state);

    private sealed class Steps(StateKeeper keeper, IProgress<PlatformStep>? other) : IProgress<PlatformStep>
    {
        public void Report(PlatformStep value)
        {
            keeper.Change(state => state with { Step = value });
            other?.Report(value);
        }
    }
}
