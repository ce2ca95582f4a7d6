using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>One channel per registered client, for the life of the host.</summary>
internal sealed class ChannelCache(IOptionsMonitor<GrpcClientFactoryOptions> options, IHttpMessageHandlerFactory handlers) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<GrpcChannel>> _channels = new(StringComparer.Ordinal);

    public CallInvoker InvokerFor(string name, IServiceProvider services)
    {
        var invoker = _channels.GetOrAdd(name, key => new Lazy<GrpcChannel>(() => Create(key))).Value.CreateCallInvoker();
        var actions = options.Get(name).CallOptionsActions;
        return actions.Count == 0 ? invoker : new OptionsCallInvoker(invoker, actions, services);
    }

    public void Dispose()
    {
        foreach (var (_, channel) in _channels)
        {
            if (channel.IsValueCreated)
            {
                channel.Value.Dispose();
            }
        }
    }

    private GrpcChannel Create(string name)
    {
        var client = options.Get(name);
        var channelOptions = new GrpcChannelOptions { HttpHandler = handlers.CreateHandler(name) };
        foreach (var action in client.ChannelOptionsActions)
        {
            action(channelOptions);
        }

        return GrpcChannel.ForAddress(
            client.Address ?? throw new InvalidOperationException($"The gRPC client {name} has no address."), channelOptions);
    }
}
