using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>The second factor that the demo accounts of a sandbox share (RFC 6238), so that nobody needs a telephone to try the platform.</summary>
/// <param name="Key">The base32 key, for an authenticator.</param>
public sealed record DemoAuthenticator(string Key)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyBytes = 20;
    private const int Period = 30;

    /// <summary>The platform's own: made of a secret that never leaves it.</summary>
    /// <param name="secrets">The platform's secrets.</param>
    public static DemoAuthenticator Of(SecretStore secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return new(Encode(SHA256.HashData(Encoding.UTF8.GetBytes(secrets.Password("staff.demo.authenticator")))[..KeyBytes]));
    }

    /// <summary>The six digits of a moment; each is accepted once by each account.</summary>
    /// <param name="at">The moment.</param>
    public string CodeAt(DateTimeOffset at)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, at.ToUnixTimeSeconds() / Period);
#pragma warning disable CA5350 // the algorithm of RFC 6238, as authenticators have it
        var hash = HMACSHA1.HashData(Decode(Key), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    // 20 bytes are 32 letters of five bits: nothing is left over on either side.
    private static string Encode(byte[] bytes) =>
        string.Concat(Enumerable.Range(0, bytes.Length * 8 / 5).Select(letter => Alphabet[Enumerable.Range(letter * 5, 5).Aggregate(0, (value, bit) => (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1))]));

    private static byte[] Decode(string key) =>
        [.. Enumerable.Range(0, key.Length * 5 / 8).Select(index => (byte)Enumerable.Range(index * 8, 8).Aggregate(0, (value, bit) => (value << 1) | ((Alphabet.IndexOf(key[bit / 5], StringComparison.Ordinal) >> (4 - (bit % 5))) & 1)))];
}
