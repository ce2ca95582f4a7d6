using System.Runtime.InteropServices;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Gateway.Tokens;

/// <summary>Exchanges what a caller shows for a token of two minutes that one service accepts; kept for a minute at most (ADR 0030).</summary>
internal sealed class InternalTokens(TokenEndpoint endpoint, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly ExchangedTokens<Key> _tokens = new(Longest, clock);

    /// <exception cref="TokenRefusedException">The caller's token, session or rights have ended.</exception>
    /// <exception cref="HttpRequestException">Identity does not answer.</exception>
    public ValueTask<string> GetAsync(CallerProof proof, string audience, string? purpose, CancellationToken cancellationToken) => _tokens.GetAsync(
        new Key(proof.Digest, audience, purpose),
        () => endpoint.ExchangeAsync(proof.Value, proof.Type, audience, purpose, CancellationToken.None),
        cancellationToken);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(TokenDigest Proof, string Audience, string? Purpose);
}
