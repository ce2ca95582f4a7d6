using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Tokens whose signature was checked already, by hash and until they expire: checking ES256 at a thousand requests a second would cost a tenth of a core.</summary>
internal sealed class ValidatedTokens(TimeProvider clock)
{
    private const int Capacity = 10_000;
    private readonly ConcurrentDictionary<TokenDigest, Entry> _entries = new();

    public TokenValidationResult? Find(TokenDigest digest)
    {
        if (!_entries.TryGetValue(digest, out var entry))
        {
            return null;
        }

        if (entry.Until > clock.GetUtcNow())
        {
            return entry.Result;
        }

        _entries.TryRemove(digest, out _);
        return null;
    }

    public void Keep(TokenDigest digest, TokenValidationResult result, DateTimeOffset until)
    {
        if (_entries.Count >= Capacity)
        {
            Trim();
        }

        _ = result.ClaimsIdentity; // made on first use, and the use is shared from here on
        _entries[digest] = new Entry(result, until);
    }

    private void Trim()
    {
        var now = clock.GetUtcNow();
        foreach (var (digest, entry) in _entries)
        {
            if (entry.Until <= now)
            {
                _entries.TryRemove(digest, out _);
            }
        }

        if (_entries.Count >= Capacity)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(TokenValidationResult Result, DateTimeOffset Until);
}
