using System.ComponentModel.DataAnnotations;

namespace Cnaim.Gateway.Routing;

/// <summary>What the gateway serves (section Gateway of appsettings.json).</summary>
internal sealed class GatewayOptions
{
    /// <summary>The services by code.</summary>
    [Required]
    public Dictionary<string, ServiceOptions> Services { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Where "exit this page" leads: a site that anybody may look at. The national weather service by default.</summary>
    public Uri NeutralSite { get; set; } = new("https://www.ipma.pt/");

    /// <summary>Offices that are offered no emergency access; screening refuses it to them whatever stands here.</summary>
    public List<string> FirewalledOffices { get; set; } = ["borders"];

    /// <summary>Longest time for one request.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Paths below each service that need no token.</summary>
    public List<string> Open { get; set; } = [];

    /// <summary>Further paths that need no token, by service; for one method only when it stands before the path: <c>GET v1/boards/{key}</c>.</summary>
    public Dictionary<string, List<string>> OpenAt { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Paths that answer for as long as somebody listens (Server-Sent Events), by service; they may be silent for a minute.</summary>
    public Dictionary<string, List<string>> Streams { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Service by path that is passed on unchanged and without a token.</summary>
    public Dictionary<string, string> Unprefixed { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The <c>iss</c> of external issuers that identity accepts; none by default.</summary>
    public List<string> ExternalIssuers { get; set; } = [];

    /// <summary>Service by gRPC path.</summary>
    public Dictionary<string, string> Grpc { get; set; } = new(StringComparer.Ordinal);
}
