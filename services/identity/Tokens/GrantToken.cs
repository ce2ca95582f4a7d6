using Cnaim.Identity.Clients;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Identity.Tokens;

/// <summary>Decides what an authenticated client gets.</summary>
internal sealed class GrantToken(IdentityMode mode, ReferenceCodes codes, IssueToken issue)
{
    /// <summary>The token, an error of RFC 6749, or neither while no key is loaded.</summary>
    public (TokenAnswer? Answer, TokenError? Error) Decide(Client client, IReadOnlyDictionary<string, string> form)
    {
        if (!form.TryGetValue("grant_type", out var type))
        {
            return (null, TokenError.InvalidRequest("grant_type is missing."));
        }

        if (!string.Equals(type, TokenRequest.ClientCredentials, StringComparison.Ordinal))
        {
            return (null, TokenError.UnsupportedGrant);
        }

        string[] asked = form.TryGetValue("scope", out var list) ? list.Split(' ', StringSplitOptions.RemoveEmptyEntries) : client.Scopes;
        if (asked.Except(client.Scopes, StringComparer.Ordinal).Any())
        {
            return (null, TokenError.InvalidScope);
        }

        var (subject, error) = Identify(client, form);
        var scope = string.Join(' ', asked);
        if (subject is null)
        {
            return (null, error);
        }

        var audience = form.GetValueOrDefault("audience", IdentityOptions.PublicAudience);
        if (!MayAddress(client, audience))
        {
            return (null, TokenError.InvalidTarget);
        }

        return issue.For(subject, scope, audience, LifeOf(client, audience)) is { } token ? (TokenAnswer.Of(token, scope), null) : (null, null);
    }

    // Partners and staff reach services through the gateway only; the sandbox may also try a service by itself.
    private bool MayAddress(Client client, string audience) =>
        string.Equals(audience, IdentityOptions.PublicAudience, StringComparison.Ordinal)
        || (codes.Services.Contains(audience) && (client.IsService || (mode.IsSandbox && client.IsSandbox)));

    private static TimeSpan LifeOf(Client client, string audience) =>
        client.IsService && !string.Equals(audience, IdentityOptions.PublicAudience, StringComparison.Ordinal) ? IssueToken.InternalLife : IssueToken.Life;

    private (TokenSubject? Subject, TokenError? Error) Identify(Client client, IReadOnlyDictionary<string, string> form)
    {
        if (mode.IsSandbox && client.IsSandbox)
        {
            return DemoIdentity.Choose(form, codes);
        }

        return DemoIdentity.Parameters.FirstOrDefault(form.ContainsKey) is { } parameter
            ? (null, TokenError.InvalidRequest(parameter + ": only the sandbox client chooses an identity, and only in sandbox mode."))
            : (new TokenSubject(client.ClientId, client.Office, client.Centre, client.Role), null);
    }
}
