using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Tokens whose signature was checked already, by hash and until they expire: checking ES256 at a thousand requests a second would cost a tenth of a core.</summary>
internal sealed class ValidatedTokens(TimeProvider clock)
{
    private const int Capacity = 10_000;
    private readonly ConcurrentDictionary<Digest, Entry> _entries = new();

    public static Digest DigestOf(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        return new Digest(BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
    }

    public TokenValidationResult? Find(Digest digest)
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

    public void Keep(Digest digest, TokenValidationResult result, DateTimeOffset until)
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

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Digest(UInt128 Low, UInt128 High);

    private sealed record Entry(TokenValidationResult Result, DateTimeOffset Until);
}
