namespace Grpc.Core;

/// <summary>The base of generated clients.</summary>
public abstract class ClientBase
{
    /// <summary>For test doubles: every call fails.</summary>
    protected ClientBase()
        : this(new UnimplementedCallInvoker())
    {
    }

    /// <summary>A client over an invoker.</summary>
    /// <param name="callInvoker">Makes the calls.</param>
    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>A client over a channel.</summary>
    /// <param name="channel">The channel.</param>
    protected ClientBase(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    /// <summary>A client over a configuration.</summary>
    /// <param name="configuration">From <c>NewInstance</c>.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        Configuration = configuration ?? throw new ArgumentNullException(nameof(configuration));
        CallInvoker = configuration.CallInvoker;
    }

    /// <summary>Makes the calls.</summary>
    protected CallInvoker CallInvoker { get; }

    internal ClientBaseConfiguration Configuration { get; }

    /// <summary>What a client is made of.</summary>
    protected internal class ClientBaseConfiguration
    {
        internal ClientBaseConfiguration(CallInvoker callInvoker, string? host)
        {
            ArgumentNullException.ThrowIfNull(callInvoker);
            CallInvoker = host is null ? callInvoker : new HostCallInvoker(callInvoker, host);
            Undecorated = callInvoker;
        }

        internal CallInvoker CallInvoker { get; }

        internal CallInvoker Undecorated { get; }
    }
}

/// <summary>The base of a generated client.</summary>
/// <typeparam name="T">The client.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>For test doubles: every call fails.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client over an invoker.</summary>
    /// <param name="callInvoker">Makes the calls.</param>
    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>A client over a channel.</summary>
    /// <param name="channel">The channel.</param>
    protected ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>A client over a configuration.</summary>
    /// <param name="configuration">From <see cref="NewInstance"/>.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>The same client that names another authority.</summary>
    /// <param name="host">The authority.</param>
    public T WithHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return NewInstance(new ClientBaseConfiguration(Configuration.Undecorated, host));
    }

    /// <summary>A client of the same type.</summary>
    /// <param name="configuration">What it is made of.</param>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
