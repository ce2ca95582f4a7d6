using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated clients for injection.</summary>
public static class GrpcClientServiceExtensions
{
    /// <summary>Registers a client; all its instances share one channel.</summary>
    /// <typeparam name="TClient">A generated client.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configureClient">Sets the address.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>((_, options) => configureClient(options));

    /// <summary>Registers a client; all its instances share one channel.</summary>
    /// <typeparam name="TClient">A generated client.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configureClient">Sets the address.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = typeof(TClient).FullName!;
        services.AddOptions<GrpcClientFactoryOptions>(name).Configure<IServiceProvider>((options, provider) => configureClient(provider, options));
        services.TryAddSingleton<ChannelCache>();
        var factory = ActivatorUtilities.CreateFactory<TClient>([typeof(CallInvoker)]);
        services.AddTransient(provider => factory(provider, [provider.GetRequiredService<ChannelCache>().InvokerFor(name, provider)]));
        return services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(GrpcChannel.DefaultHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }
}
