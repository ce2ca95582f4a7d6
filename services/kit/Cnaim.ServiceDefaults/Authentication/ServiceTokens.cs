using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>
/// Tokens for calls to other services, one for each audience. While a caller's request is served they speak for that caller, so that the rights of
/// whom it began with count; otherwise for the service itself.
/// </summary>
/// <param name="endpoint">Identity.</param>
/// <param name="requests">The request that is served, if any.</param>
/// <param name="clock">The time.</param>
public sealed class ServiceTokens(TokenEndpoint endpoint, IHttpContextAccessor requests, TimeProvider clock)
{
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, OwnToken> _own = new(StringComparer.Ordinal);
    private readonly ExchangedTokens<(TokenDigest Caller, string Audience)> _exchanged = new(Longest, clock);

    /// <summary>A token that the service of this code accepts.</summary>
    /// <param name="audience">The code of the service that is called.</param>
    /// <param name="cancellationToken">Stops waiting, not a shared fetch.</param>
    /// <returns>The compact JWT, to be sent as <c>Authorization: Bearer</c>.</returns>
    /// <exception cref="InvalidOperationException">The service's client or identity's address is not configured.</exception>
    /// <exception cref="HttpRequestException">Identity did not answer, or refused the client or the caller.</exception>
    public ValueTask<string> GetAsync(string audience, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(audience);
        return CallersToken() is { } caller
            ? _exchanged.GetAsync(
                (TokenDigest.Of(caller), audience),
                () => endpoint.ExchangeAsync(caller, SubjectTokenType.AccessToken, audience, purpose: null, behind: null, CancellationToken.None),
                cancellationToken)
            : _own.GetOrAdd(audience, code => new OwnToken(code, endpoint, clock)).GetAsync(cancellationToken);
    }

    // A service that calls on its own behalf is answered on ours: nobody stands behind it.
    private string? CallersToken()
    {
        var request = requests.HttpContext;
        return request?.User.Identity?.IsAuthenticated is true && Actor.From(request.User) is { IsService: false }
            && request.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : null;
    }
}
