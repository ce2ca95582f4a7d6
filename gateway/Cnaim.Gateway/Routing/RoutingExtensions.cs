using Cnaim.Gateway.Tokens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Configuration;

namespace Cnaim.Gateway.Routing;

internal static class RoutingExtensions
{
    public static IServiceCollection AddServiceRoutes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GatewayOptions>().Bind(configuration.GetSection("Gateway")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ServiceAddresses>();
        services.TryAddSingleton<RouteTable>();
        services.TryAddSingleton<IProxyConfigProvider>(provider =>
        {
            var table = provider.GetRequiredService<RouteTable>();
            return new InMemoryConfigProvider(table.Routes(), table.Clusters());
        });
        services.AddReverseProxy();
        return services;
    }

    public static void MapServiceRoutes(this IEndpointRouteBuilder routes) => routes.MapReverseProxy(proxy =>
    {
        proxy.Use(next => context => GrpcLimits.InvokeAsync(context, next));
        proxy.Use(next => context => RouteTimeout.InvokeAsync(context, next));
        proxy.Use(next => context => ExchangeCaller.InvokeAsync(context, next));
        proxy.UseLoadBalancing();
    }).ConfigureEndpoints((endpoint, route) =>
    {
        endpoint.WithName("Routes_" + route.RouteId).WithSummary($"Passed on to {route.ClusterId}").WithTags("Routes");
        if (route.MaxRequestBodySize is { } bytes)
        {
            endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes)); // so that routing knows it, before the body is looked at
        }
    });
}
