using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>How an injected client is made.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>The service's address; required.</summary>
    public Uri? Address { get; set; }

    /// <summary>Change the channel's options.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>Change the options of each call.</summary>
    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];
}
