using Grpc.AspNetCore.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <c>grpc.health.v1</c>.</summary>
public static class GrpcHealthChecksServiceExtensions
{
    /// <summary>Adds the health service over ASP.NET Core's health checks.</summary>
    /// <param name="services">The host's services.</param>
    public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services) => services.AddGrpcHealthChecks(_ => { });

    /// <summary>Adds the health service over ASP.NET Core's health checks, with options.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services, Action<GrpcHealthChecksOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddGrpc();
        services.AddOptions<GrpcHealthChecksOptions>().Configure(options => options.Services.Map("", _ => true)).Configure(configure);
        return services.AddHealthChecks();
    }
}
