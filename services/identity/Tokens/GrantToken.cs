using Cnaim.Identity.Clients;

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
        return subject is null || issue.For(subject, scope) is not { } token
            ? (null, error)
            : (new TokenAnswer(token, (int)IssueToken.Life.TotalSeconds, scope), null);
    }

    private (TokenSubject? Subject, TokenError? Error) Identify(Client client, IReadOnlyDictionary<string, string> form)
    {
        if (mode.IsSandbox && string.Equals(client.Kind, Client.SandboxKind, StringComparison.Ordinal))
        {
            return DemoIdentity.Choose(form, codes);
        }

        return DemoIdentity.Parameters.FirstOrDefault(form.ContainsKey) is { } parameter
            ? (null, TokenError.InvalidRequest(parameter + ": only the sandbox client chooses an identity, and only in sandbox mode."))
            : (new TokenSubject(client.ClientId, client.Office, "", client.Role), null);
    }
}
