using System.ComponentModel.DataAnnotations;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Where tokens come from and how they are checked (section <c>Identity</c>).</summary>
public sealed class IdentityOptions
{
    /// <summary>The audience of every token.</summary>
    public const string Audience = "cnaim";

    /// <summary>The accepted <c>iss</c>.</summary>
    [Required(ErrorMessage = "Set Identity__Issuer to the issuer of the tokens.")]
    public string Issuer { get; set; } = "";

    /// <summary>Address of the JWKS document with the public keys.</summary>
    [Required(ErrorMessage = "Set Identity__Keys to the address of the JWKS document.")]
    public Uri? Keys { get; set; }

    /// <summary>The service's own client; needed only for calls to other services.</summary>
    public ClientOptions Client { get; set; } = new();

    /// <summary>A client at the token endpoint.</summary>
    public sealed class ClientOptions
    {
        /// <summary>The client's id: the service's code.</summary>
        public string Id { get; set; } = "";

        /// <summary>The client's secret.</summary>
        public string Secret { get; set; } = "";
    }
}
