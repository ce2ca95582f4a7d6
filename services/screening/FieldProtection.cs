using System.Security.Cryptography;

namespace Cnaim.Screening;

/// <summary>AES-256-GCM with the service's own key (<c>Protection__Key</c>): nonce, tag, cipher text. The context binds a value to its record.</summary>
internal sealed class FieldProtection
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key; // a cipher object is not thread-safe: one per call

    public FieldProtection(IConfiguration configuration)
    {
        _key = Convert.FromBase64String(configuration["Protection:Key"]
            ?? throw new InvalidOperationException("Set Protection__Key to base64 of 32 random bytes."));
        if (_key.Length is not 32)
        {
            throw new InvalidOperationException("Protection__Key is not base64 of 32 bytes.");
        }
    }

    public byte[] Protect(ReadOnlySpan<byte> plain, Guid context)
    {
        var result = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Encrypt(
            result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize + TagSize), result.AsSpan(NonceSize, TagSize), context.ToByteArray());
        return result;
    }

    public byte[] Unprotect(ReadOnlySpan<byte> stored, Guid context)
    {
        var plain = new byte[stored.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Decrypt(stored[..NonceSize], stored[(NonceSize + TagSize)..], stored.Slice(NonceSize, TagSize), plain, context.ToByteArray());
        return plain;
    }
}
