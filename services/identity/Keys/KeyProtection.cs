using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Identity.Keys;

/// <summary>AES-256-GCM with the service's protection key; a key's id is authenticated with it.</summary>
internal sealed class KeyProtection
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] _key;

    public KeyProtection(IConfiguration configuration)
    {
        var text = configuration["Protection:Key"];
        _key = text is not null && TryDecode(text) is { Length: 32 } key
            ? key
            : throw new InvalidOperationException("Set Protection__Key to the base64 form of 32 random bytes.");
    }

    public byte[] Protect(byte[] plain, string keyId)
    {
        var result = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = result.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(^TagBytes..), Encoding.UTF8.GetBytes(keyId));
        return result;
    }

    public byte[] Unprotect(byte[] stored, string keyId)
    {
        var plain = new byte[stored.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(stored.AsSpan(0, NonceBytes), stored.AsSpan(NonceBytes, plain.Length), stored.AsSpan(^TagBytes..), plain, Encoding.UTF8.GetBytes(keyId));
        return plain;
    }

    private static byte[]? TryDecode(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var written) ? buffer[..written] : null;
    }
}
