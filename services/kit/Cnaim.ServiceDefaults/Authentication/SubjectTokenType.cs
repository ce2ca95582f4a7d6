namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>The kinds of proof that identity exchanges for a token (RFC 8693, section 3).</summary>
public static class SubjectTokenType
{
    /// <summary>A token of identity that was addressed to the client that exchanges it.</summary>
    public const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    /// <summary>A token of an external issuer that identity knows; only the gateway shows it.</summary>
    public const string Jwt = "urn:ietf:params:oauth:token-type:jwt";

    /// <summary>The secret of a staff member's session; only the gateway holds it.</summary>
    public const string Session = "urn:cnaim:token-type:session";
}
