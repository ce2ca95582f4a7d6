using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Gateway.Network;

internal static class NetworkEndpoints
{
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddHttpClient(NetworkProbe.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(1.5));
        services.TryAddSingleton<NetworkProbe>();
        services.AddHostedService(provider => provider.GetRequiredService<NetworkProbe>());
        return services;
    }

    public static RouteGroupBuilder MapNetwork(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Network").AllowAnonymous();
        group.MapGet("/network-state", async (NetworkProbe probe, CancellationToken cancellationToken) => TypedResults.Ok(await probe.GetAsync(cancellationToken)))
            .WithName("Network_State").WithSummary("Which services run and let messages flow; not older than 2.5 s");
        return group;
    }
}
