using Cnaim.Identity.Clients;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Identity.Tokens;

/// <summary>Decides what an authenticated client gets.</summary>
internal sealed class GrantToken(IdentityMode mode, ReferenceCodes codes, IssueToken issue)
{
    private const string BrokerAudience = "rabbitmq";
    private const string ReadScope = "rabbitmq.read:";

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

        if (string.Equals(form.GetValueOrDefault("audience"), BrokerAudience, StringComparison.Ordinal))
        {
            return ForBroker(client, form);
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

    // The password of a partner's connection to its own queue: it may read there, and nothing else (ADR 0103).
    private (TokenAnswer? Answer, TokenError? Error) ForBroker(Client client, IReadOnlyDictionary<string, string> form)
    {
        if (client is not { Kind: Client.PartnerKind, BrokerQueue: { } queue })
        {
            return (null, TokenError.InvalidTarget);
        }

        var scope = ReadScope + queue;
        if (form.TryGetValue("scope", out var asked) && !string.Equals(asked, scope, StringComparison.Ordinal))
        {
            return (null, TokenError.InvalidScope);
        }

        var subject = new TokenSubject(client.ClientId, client.Office, client.Centre, client.Role);
        return issue.For(subject, scope, BrokerAudience, IssueToken.Life) is { } token ? (TokenAnswer.Of(token, scope), null) : (null, null);
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
