namespace Cnaim.Screening;

/// <summary>A clear-text port speaks either HTTP/1.1 or HTTP/2, so this service has two: <c>ASPNETCORE_URLS</c> and <c>Grpc__Url</c>.</summary>
internal static class Ports
{
    public static WebApplicationBuilder AddPorts(this WebApplicationBuilder builder)
    {
        var urls = (builder.Configuration["URLS"] ?? "http://127.0.0.1:5000").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var grpc = builder.Configuration["Grpc:Url"] ?? throw new InvalidOperationException("Set Grpc__Url to the clear-text HTTP/2 address.");
        var endpoints = urls.Index().SelectMany(url => Endpoint($"Http{url.Index}", url.Item, "Http1")).Concat(Endpoint("Grpc", grpc, "Http2"));
        builder.Configuration.AddInMemoryCollection(endpoints);
        builder.WebHost.UseUrls();
        return builder;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Endpoint(string name, string url, string protocols) =>
    [
        new($"Kestrel:Endpoints:{name}:Url", url),
        new($"Kestrel:Endpoints:{name}:Protocols", protocols),
    ];
}
