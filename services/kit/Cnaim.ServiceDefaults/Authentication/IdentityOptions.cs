using System.ComponentModel.DataAnnotations;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Where tokens come from and how they are checked (section <c>Identity</c>).</summary>
public sealed class IdentityOptions
{
    /// <summary>The audience of a caller's token: it opens the gateway and no service.</summary>
    public const string PublicAudience = "cnaim";

    /// <summary>The accepted <c>iss</c>.</summary>
    [Required(ErrorMessage = "Set Identity__Issuer to the issuer of the tokens.")]
    public string Issuer { get; set; } = "";

    /// <summary>Address of the JWKS document with the public keys.</summary>
    [Required(ErrorMessage = "Set Identity__Keys to the address of the JWKS document.")]
    public Uri? Keys { get; set; }

    /// <summary>The service's own client; its id is also the audience that the service accepts.</summary>
    public ClientOptions Client { get; set; } = new();

    /// <summary>The accepted <c>aud</c>; by default the id of the own client, so the service's code. The gateway's is <see cref="PublicAudience"/>.</summary>
    public string? Audience { get; set; }

    /// <summary>The accepted <c>aud</c>, or null when nothing says which service this is.</summary>
    internal string? AcceptedAudience => Audience is { Length: > 0 } ? Audience : Client.Id is { Length: > 0 } ? Client.Id : null;

    /// <summary>A client at the token endpoint.</summary>
    public sealed class ClientOptions
    {
        /// <summary>The client's id: the service's code.</summary>
        public string Id { get; set; } = "";

        /// <summary>The client's secret.</summary>
        public string Secret { get; set; } = "";
    }
}
