using Grpc.AspNetCore.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC to a host.</summary>
public static class GrpcServicesExtensions
{
    /// <summary>Adds what serving gRPC needs.</summary>
    /// <param name="services">The host's services.</param>
    public static IGrpcServerBuilder AddGrpc(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.AddOptions<GrpcServiceOptions>();
        services.AddOptions<GrpcCallLimits>().Configure<IServiceProvider>(
            (limits, provider) => provider.GetService<IConfiguration>()?.GetSection("Grpc").Bind(limits));
        services.TryAddSingleton<MappedServices>();
        return new GrpcServerBuilder(services);
    }

    /// <summary>Adds what serving gRPC needs, with options.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configureOptions">Sets the options.</param>
    public static IGrpcServerBuilder AddGrpc(this IServiceCollection services, Action<GrpcServiceOptions> configureOptions)
    {
        services.Configure(configureOptions);
        return services.AddGrpc();
    }
}
