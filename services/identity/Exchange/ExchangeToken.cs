using Cnaim.Contracts.Codes;
using Cnaim.Identity.Clients;
using Cnaim.Identity.External;
using Cnaim.Identity.Sessions;
using Cnaim.Identity.Staff;
using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Identity.Exchange;

/// <summary>Decides which token a service gets in the name of whom a proof speaks for. A client exchanges only what was addressed to it, and rights never grow.</summary>
internal sealed class ExchangeToken(ReadSubjectToken tokens, ReadExternalToken external, SessionStore sessions, ReferenceCodes codes, IssueToken issue, TimeProvider clock)
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string Gateway = "gateway";

    /// <summary>The token, an error of RFC 6749, or neither while no key is loaded.</summary>
    public async Task<(TokenAnswer? Answer, TokenError? Error)> DecideAsync(Client client, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        if (Check(client, form) is { } error)
        {
            return (null, error);
        }

        var audience = form["audience"];
        var proof = await ReadAsync(client, form, cancellationToken);
        if (proof is null)
        {
            return (null, TokenError.InvalidGrant);
        }

        var subject = IsGateway(client) ? proof.Subject with { Purpose = form.GetValueOrDefault("purpose"), Behind = form.GetValueOrDefault("behind") } : proof.Subject with { ActingParty = proof.ActingParty(client.ClientId) };
        return issue.For(subject, proof.Scope, audience, LifeUntil(proof.EndsAt)) is { } token
            ? (TokenAnswer.Of(token, proof.Scope) with { IssuedTokenType = SubjectTokenType.AccessToken }, null)
            : (null, null);
    }

    // A token never outlives what it was given for; one that ended within the skew gets a second.
    private TimeSpan LifeUntil(DateTimeOffset end)
    {
        var seconds = Math.Floor((end - clock.GetUtcNow()).TotalSeconds);
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 1, IssueToken.InternalLife.TotalSeconds));
    }

    private TokenError? Check(Client client, IReadOnlyDictionary<string, string> form)
    {
        if (!string.Equals(form.GetValueOrDefault("grant_type"), Grant, StringComparison.Ordinal))
        {
            return TokenError.UnsupportedExchange;
        }

        if (!client.IsService || !codes.Services.Contains(form.GetValueOrDefault("audience", "")))
        {
            return TokenError.InvalidTarget;
        }

        if (form.GetValueOrDefault("subject_token", "").Length == 0)
        {
            return TokenError.InvalidRequest("subject_token is missing.");
        }

        return form.TryGetValue("purpose", out var purpose) && !Purpose.All.Contains(purpose, StringComparer.Ordinal)
            ? TokenError.InvalidRequest("purpose: use one of " + string.Join(", ", Purpose.All) + ".")
            : form.TryGetValue("behind", out var behind) && !WorkBehind.IsOne(behind) ? TokenError.InvalidRequest("behind: name a ticket, case or referral.")
            : null;
    }

    private async Task<SubjectProof?> ReadAsync(Client client, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken) =>
        form.GetValueOrDefault("subject_token_type") switch
        {
            SubjectTokenType.AccessToken => await tokens.ReadAsync(form["subject_token"], IsGateway(client) ? IdentityOptions.PublicAudience : client.ClientId, cancellationToken),
            SubjectTokenType.Jwt when IsGateway(client) => await external.ReadAsync(form["subject_token"], cancellationToken),
            SubjectTokenType.Session when IsGateway(client) => await sessions.UseAsync(form["subject_token"], cancellationToken) is { } session ? ProofOf(session) : null,
            _ => null,
        };

    private static SubjectProof ProofOf(Session session) => new(
        new TokenSubject(StaffAccount.SubjectOf(session.StaffId), session.Office, session.Centre, session.Role) { RightsVersion = session.RightsVersion, SessionId = session.SessionId, Partner = session.ClientId },
        "",
        session.EndsAt);

    private static bool IsGateway(Client client) => string.Equals(client.ClientId, Gateway, StringComparison.Ordinal);
}
