using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Cnaim.Messaging.Idempotency;

/// <summary>Encrypts stored answers with AES-256-GCM under <c>Protection__Key</c>; client and key are authenticated with the text.</summary>
internal sealed class AnswerCipher
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] _key;

    public AnswerCipher(IConfiguration configuration)
    {
        var text = configuration["Protection:Key"] ?? throw new InvalidOperationException("Set Protection__Key to 32 random bytes in base64.");
        _key = Convert.FromBase64String(text);
        if (_key.Length != 32)
        {
            throw new InvalidOperationException("Protection__Key must be 32 bytes in base64.");
        }
    }

    public byte[] Encrypt(ReadOnlySpan<byte> text, string client, string key)
    {
        var sealedText = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(sealedText.AsSpan(0, NonceBytes), text, sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes), Associated(client, key));
        return sealedText;
    }

    public byte[] Decrypt(ReadOnlySpan<byte> sealedText, string client, string key)
    {
        var text = new byte[sealedText.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(sealedText[..NonceBytes], sealedText[(NonceBytes + TagBytes)..], sealedText.Slice(NonceBytes, TagBytes), text, Associated(client, key));
        return text;
    }

    private static byte[] Associated(string client, string key) => Encoding.UTF8.GetBytes($"{client}\n{key}");
}
