using Grpc.Core;

namespace Grpc.Net.ClientFactory;

/// <summary>The options of a call that is about to be made.</summary>
public sealed class CallOptionsContext
{
    /// <summary>A context.</summary>
    /// <param name="callOptions">The options so far.</param>
    /// <param name="serviceProvider">The services of the client's scope.</param>
    public CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider)
    {
        CallOptions = callOptions;
        ServiceProvider = serviceProvider;
    }

    /// <summary>The options; replace them to change the call.</summary>
    public CallOptions CallOptions { get; set; }

    /// <summary>The services of the client's scope.</summary>
    public IServiceProvider ServiceProvider { get; }
}
