namespace Grpc.Core;

/// <summary>A connection, or several, to one target.</summary>
public abstract class ChannelBase
{
    /// <summary>A channel.</summary>
    /// <param name="target">Host and port.</param>
    protected ChannelBase(string target)
    {
        Target = target ?? throw new ArgumentNullException(nameof(target));
    }

    /// <summary>Host and port.</summary>
    public string Target { get; }

    /// <summary>An invoker of calls over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Ends the channel; does nothing unless overridden.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
