using System.Net;
using Cnaim.Gateway.Tokens;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Cnaim.Gateway.Routing;

/// <summary>Turns the settings into YARP's routes and clusters.</summary>
internal sealed class RouteTable(IOptions<GatewayOptions> options, ServiceAddresses addresses)
{
    private const string Anonymous = "Anonymous";
    private const string SignedIn = ExchangeExtensions.Caller;

    // One message of 4 MiB with its prefix: what a service accepts, and none of the methods takes a stream.
    private const long GrpcBytes = (4 * 1024 * 1024) + 5;
    private static readonly TimeSpan GrpcIdle = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StreamIdle = TimeSpan.FromSeconds(60);

    public IReadOnlyList<RouteConfig> Routes() =>
    [
        .. addresses.Codes.SelectMany(ServiceRoutes),
        .. options.Value.Unprefixed.Where(entry => addresses.Codes.Contains(entry.Value, StringComparer.Ordinal))
            .Select(entry => Route("unprefixed:" + entry.Key, entry.Key, entry.Value) with { AuthorizationPolicy = Anonymous }),
        .. options.Value.Grpc.Where(entry => addresses.Grpc(entry.Value).Count > 0)
            .Select(entry => Route("grpc:" + entry.Key, entry.Key, GrpcCluster(entry.Value)) with { Metadata = null, MaxRequestBodySize = GrpcBytes }),
    ];

    public IReadOnlyList<ClusterConfig> Clusters() =>
    [
        .. addresses.Codes.Select(code => Cluster(code, addresses.Http(code), HttpVersion.Version11, TimeoutOf(code))),
        .. options.Value.Streams.Keys.Intersect(addresses.Codes, StringComparer.Ordinal).Select(code => Cluster(StreamCluster(code), addresses.Http(code), HttpVersion.Version11, StreamIdle)),
        .. options.Value.Grpc.Values.Distinct(StringComparer.Ordinal).Where(code => addresses.Grpc(code).Count > 0)
            .Select(code => Cluster(GrpcCluster(code), addresses.Grpc(code), HttpVersion.Version20, GrpcIdle)),
    ];

    /// <summary>Whether a route needs no token.</summary>
    public static bool IsOpen(RouteConfig route) => string.Equals(route.AuthorizationPolicy, Anonymous, StringComparison.Ordinal);

    /// <summary>The service that a route leads to.</summary>
    public static string ServiceOf(RouteConfig route) => route.ClusterId!.Split(':')[0];

    private static string GrpcCluster(string code) => code + ":grpc";

    private static string StreamCluster(string code) => code + ":events";

    private IEnumerable<RouteConfig> ServiceRoutes(string code)
    {
        var prefix = "/api/" + code;
        yield return WithoutPrefix(Route(code, prefix + "/{**rest}", code), prefix);
        IReadOnlyCollection<string> streams = options.Value.Streams.GetValueOrDefault(code) ?? [];
        IReadOnlyCollection<string> open = [.. options.Value.Open, .. options.Value.OpenAt.GetValueOrDefault(code) ?? []];
        foreach (var path in open.Union(streams, StringComparer.Ordinal))
        {
            var isStream = streams.Contains(path, StringComparer.Ordinal);
            var (methods, template) = path.Split(' ') is [var method, var rest] ? ([method], rest) : ((string[]?)null, path);
            var route = WithoutPrefix(Route($"{code}:{path}", $"{prefix}/{template}", isStream ? StreamCluster(code) : code), prefix);
            route = route with { Match = route.Match with { Methods = methods } };
            yield return route with { AuthorizationPolicy = open.Contains(path, StringComparer.Ordinal) ? Anonymous : SignedIn, Metadata = isStream ? null : route.Metadata };
        }
    }

    private RouteConfig Route(string id, string path, string cluster) => new()
    {
        RouteId = id,
        ClusterId = cluster,
        Match = new RouteMatch { Path = path },
        AuthorizationPolicy = SignedIn,
        MaxRequestBodySize = options.Value.Services.GetValueOrDefault(cluster)?.BodyBytes,
        Metadata = RouteTimeout.Metadata(TimeoutOf(cluster)),
    };

    private static RouteConfig WithoutPrefix(RouteConfig route, string prefix) =>
        route with { Transforms = [new Dictionary<string, string>(StringComparer.Ordinal) { ["PathRemovePrefix"] = prefix }] };

    private TimeSpan TimeoutOf(string code) =>
        options.Value.Services.GetValueOrDefault(code)?.Timeout ?? options.Value.Timeout;

    // Two clocks run in YARP: a route's for the whole request, and the cluster's for its silence (100 s unless set), which would cut a longer
    // route short. The second is set from the first, so that only the first is ever seen.
    private static ClusterConfig Cluster(string id, IReadOnlyList<string> targets, Version version, TimeSpan timeout) => new()
    {
        ClusterId = id,
        HttpRequest = new ForwarderRequestConfig
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = timeout + TimeSpan.FromSeconds(5),
        },
        HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true },
        Destinations = targets.Select((address, index) => (address, index)).ToDictionary(
            target => $"{id}/{target.index}",
            target => new DestinationConfig { Address = target.address },
            StringComparer.Ordinal),
    };
}
