namespace Cnaim.Identity.External;

/// <summary>Another organisation's issuer whose staff work here (section <c>ExternalIssuers</c>, a list; none by default).</summary>
internal sealed class ExternalIssuer
{
    /// <summary>Stands in the subject of its people, <c>ext:{name}:{sub}</c>; a-z, 0-9 and hyphen.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its <c>iss</c>; the gateway's <c>Gateway__ExternalIssuers</c> names it too.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Address of its JWKS document.</summary>
    public Uri? Keys { get; set; }

    /// <summary>The <c>aud</c> that its tokens for this platform have.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The claim with the code of the office; default <c>office</c>.</summary>
    public string OfficeClaim { get; set; } = "office";

    /// <summary>The claim with the code of the centre; default <c>centre</c>.</summary>
    public string CentreClaim { get; set; } = "centre";

    /// <summary>The claim with its own name of the role; default <c>role</c>.</summary>
    public string RoleClaim { get; set; } = "role";

    /// <summary>The platform's role by its own name of it; whoever has none of these is refused.</summary>
    public Dictionary<string, string> Roles { get; set; } = new(StringComparer.Ordinal);
}
