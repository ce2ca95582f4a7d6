using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.External;

/// <summary>The public keys of external issuers: fetched when first needed, again after ten minutes, and for an unknown key at most every ten seconds.</summary>
internal sealed class ExternalKeys(IHttpClientFactory clients, TimeProvider clock)
{
    public const string HttpClientName = "external-keys";
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Uri, Held> _held = new();

    /// <exception cref="HttpRequestException">The issuer does not answer.</exception>
    public async Task<SecurityKey?> FindAsync(Uri address, string keyId, CancellationToken cancellationToken)
    {
        var held = _held.GetValueOrDefault(address);
        var age = held is null ? TimeSpan.MaxValue : clock.GetUtcNow() - held.FetchedAt;
        if (held is null || age > FreshFor || (!held.Keys.ContainsKey(keyId) && age > Pause))
        {
            _held[address] = held = await FetchAsync(address, cancellationToken);
        }

        return held.Keys.GetValueOrDefault(keyId);
    }

    private async Task<Held> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        var keys = new JsonWebKeySet(await client.GetStringAsync(address, cancellationToken)).Keys
            .Where(key => key is { Kid.Length: > 0, HasPrivateKey: false, Kty: "EC" or "RSA" })
            .GroupBy(key => key.Kid, StringComparer.Ordinal).ToDictionary(group => group.Key, SecurityKey (group) => group.First(), StringComparer.Ordinal);
        return new Held(keys, clock.GetUtcNow());
    }

    private sealed record Held(Dictionary<string, SecurityKey> Keys, DateTimeOffset FetchedAt);
}
