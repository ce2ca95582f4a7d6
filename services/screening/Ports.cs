using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cnaim.Screening;

/// <summary>A clear-text port speaks either HTTP/1.1 or HTTP/2, so this service has two: <c>ASPNETCORE_URLS</c> and <c>Grpc__Url</c>.</summary>
internal static class Ports
{
    public static WebApplicationBuilder AddPorts(this WebApplicationBuilder builder)
    {
        var http = (builder.Configuration["URLS"] ?? "http://127.0.0.1:5000").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var grpc = builder.Configuration["Grpc:Url"] ?? throw new InvalidOperationException("Set Grpc__Url to the clear-text HTTP/2 address.");
        var port = new Uri(grpc).Port;
        builder.WebHost.UseUrls([.. http, grpc]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(
            endpoint => endpoint.Protocols = endpoint.IPEndPoint?.Port == port ? HttpProtocols.Http2 : HttpProtocols.Http1));
        return builder;
    }
}
