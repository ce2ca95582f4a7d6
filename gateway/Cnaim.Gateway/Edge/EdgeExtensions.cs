using System.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cnaim.Gateway.Edge;

internal static class EdgeExtensions
{
    private const int MostConnections = 4096;

    public static IServiceCollection AddEdge(this IServiceCollection services)
    {
        RuntimeCheck.Run();
        services.AddSingleton<DistributedContextPropagator>(new EdgePropagator());
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxConcurrentConnections = MostConnections);
        return services;
    }

    public static IApplicationBuilder UseEdge(this IApplicationBuilder app) =>
        app.UseMiddleware<AmbiguousLengthMiddleware>().UseMiddleware<HeaderHygieneMiddleware>().UseMiddleware<SecurityHeadersMiddleware>();
}
