using System.Runtime.InteropServices;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Gateway.Tokens;

/// <summary>
/// Exchanges what a caller shows for a token of two minutes that one service accepts (ADR 0030). It is kept for a minute at most, forgotten when its
/// subject's rights change, and not used while nobody can tell whether they did.
/// </summary>
internal sealed class InternalTokens(TokenEndpoint endpoint, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(5);
    private readonly ExchangedTokens<Key> _tokens = new(Longest, clock);
    private long _confirmedAt = long.MinValue;

    /// <exception cref="TokenRefusedException">The caller's token, session or rights have ended.</exception>
    /// <exception cref="HttpRequestException">Identity does not answer.</exception>
    public async ValueTask<string> GetAsync(CallerProof proof, string audience, string? purpose, string? behind, CancellationToken cancellationToken) => IsCurrent
        ? await _tokens.GetAsync(new Key(proof.Digest, audience, purpose, behind), () => ExchangeAsync(proof, audience, purpose, behind), cancellationToken)
        : (await ExchangeAsync(proof, audience, purpose, behind).WaitAsync(cancellationToken)).Token;

    /// <summary>Notes that up to now no rights have changed but those of these subjects.</summary>
    public void Confirm(IReadOnlyCollection<string> changed)
    {
        if (changed.Count > 0)
        {
            _tokens.Forget((_, token) => changed.Contains(new JsonWebToken(token).Subject, StringComparer.Ordinal));
        }

        if (!IsCurrent)
        {
            _tokens.Forget((_, _) => true); // what was missed meanwhile is not in the list of a new beginning
        }

        Volatile.Write(ref _confirmedAt, clock.GetTimestamp());
    }

    private bool IsCurrent => Volatile.Read(ref _confirmedAt) is var at && at != long.MinValue && clock.GetElapsedTime(at) < Stale;

    private Task<IssuedToken> ExchangeAsync(CallerProof proof, string audience, string? purpose, string? behind) =>
        endpoint.ExchangeAsync(proof.Value, proof.Type, audience, purpose, behind, CancellationToken.None);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(TokenDigest Proof, string Audience, string? Purpose, string? Behind);
}
