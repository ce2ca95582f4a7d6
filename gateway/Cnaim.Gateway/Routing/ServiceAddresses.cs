using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Routing;

/// <summary>Where the services are: Services__{code}__Http and Services__{code}__Grpc; several replicas are separated by a semicolon.</summary>
internal sealed class ServiceAddresses(IConfiguration configuration, IOptions<GatewayOptions> options)
{
    /// <summary>The services that have an address, in the order of the settings.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. options.Value.Services.Keys.Where(code => Read(configuration, code, "Http").Length > 0)];

    public IReadOnlyList<string> Http(string code) => Read(configuration, code, "Http");

    public IReadOnlyList<string> Grpc(string code) => Read(configuration, code, "Grpc");

    private static string[] Split(string? value) => value?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string[] Read(IConfiguration configuration, string code, string kind) => Split(configuration[$"Services:{code}:{kind}"]);
}
