using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace Cnaim.Identity.Clients;

/// <summary>Checks a client's secret. A right secret is remembered as a keyed hash, so that only guesses pay for PBKDF2, and guesses are limited per client.</summary>
internal sealed class AuthenticateClient(ClientStore store, ClientAssertion assertions) : IDisposable
{
    private const int GuessesPerMinute = 20;
    private static readonly byte[] DummySalt = ClientSecret.NewSalt();
    private readonly byte[] _processKey = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    private readonly PartitionedRateLimiter<string> _guesses = PartitionedRateLimiter.Create<string, string>(
        clientId => RateLimitPartition.GetFixedWindowLimiter(
            clientId,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = GuessesPerMinute, Window = TimeSpan.FromMinutes(1) }),
        StringComparer.Ordinal);

    public async Task<ClientCheck> CheckAsync(string clientId, string secret, CancellationToken cancellationToken)
    {
        var client = await store.FindAsync(clientId, cancellationToken);
        var keyed = HMACSHA256.HashData(_processKey, Encoding.UTF8.GetBytes(secret));
        if (client is not null && IsRemembered(client, keyed))
        {
            return new ClientCheck(client, IsLimited: false);
        }

        using var lease = _guesses.AttemptAcquire(clientId);
        if (!lease.IsAcquired)
        {
            return new ClientCheck(null, IsLimited: true);
        }

        if (client is null)
        {
            ClientSecret.Hash(secret, DummySalt, ClientSecret.Iterations); // an unknown client takes as long as a wrong secret
            return new ClientCheck(null, IsLimited: false);
        }

        if (!ClientSecret.Matches(secret, client))
        {
            return new ClientCheck(null, IsLimited: false);
        }

        _remembered[clientId] = new Remembered(client.SecretHash, keyed);
        return new ClientCheck(client, IsLimited: false);
    }

    /// <summary>The same for a client that shows a signed assertion; a wrong one counts as a guess.</summary>
    public async Task<ClientCheck> CheckAssertionAsync(string assertion, CancellationToken cancellationToken)
    {
        var client = ClientAssertion.ClientOf(assertion) is { Length: > 0 and <= 64 } clientId ? await store.FindAsync(clientId, cancellationToken) : null;
        var why = client is null ? assertions.NotAccepted : await assertions.WhyNotAsync(client, assertion, cancellationToken);
        if (why is null)
        {
            return new ClientCheck(client, IsLimited: false);
        }

        using var lease = _guesses.AttemptAcquire("assertion:" + client?.ClientId);
        return new ClientCheck(null, IsLimited: !lease.IsAcquired) { Why = why };
    }

    public void Dispose() => _guesses.Dispose();

    private bool IsRemembered(Client client, byte[] keyed) =>
        _remembered.TryGetValue(client.ClientId, out var known)
        && known.StoredHash.AsSpan().SequenceEqual(client.SecretHash)
        && CryptographicOperations.FixedTimeEquals(known.KeyedSecret, keyed);

    private sealed record Remembered(byte[] StoredHash, byte[] KeyedSecret);
}
