namespace Cnaim.Servers;

/// <summary>How the broker checks the tokens that partners show as their password.</summary>
public static class PartnerTokens
{
    /// <summary>What a token for the broker is addressed to.</summary>
    public const string Audience = "rabbitmq";

    /// <summary>Text of <c>advanced.config</c>. A key that the broker does not know yet is looked for in the document: a rotation needs nobody's hand.</summary>
    /// <param name="keys">Identity's key document; inside the platform it is read in clear text, which <c>rabbitmq.conf</c> would refuse.</param>
    public static string Settings(Uri keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return $$"""
            [{rabbitmq_auth_backend_oauth2, [
              {resource_server_id, <<"{{Audience}}">>},
              {key_config, [{jwks_url, "{{keys}}"}, {algorithms, [<<"ES256">>]}]}]}].

            """;
    }
}
