using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cnaim.ServiceDefaults;

/// <summary>A second port for gRPC: a clear-text port speaks either HTTP/1.1 or HTTP/2.</summary>
public static class GrpcPortExtensions
{
    /// <summary>Listens on <c>ASPNETCORE_URLS</c> with HTTP/1.1 and on <c>Grpc__Url</c> with clear-text HTTP/2; without <c>Grpc__Url</c> nothing changes.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <returns>The same builder.</returns>
    public static WebApplicationBuilder AddGrpcPort(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Configuration["Grpc:Url"] is not { Length: > 0 } grpc)
        {
            return builder;
        }

        var port = BindingAddress.Parse(grpc).Port;
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "http://127.0.0.1:0";
        builder.WebHost.UseUrls([.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries), grpc]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint =>
            endpoint.Protocols = endpoint.IPEndPoint?.Port == port ? HttpProtocols.Http2 : HttpProtocols.Http1));
        return builder;
    }
}
