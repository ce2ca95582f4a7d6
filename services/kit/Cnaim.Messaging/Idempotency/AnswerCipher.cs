using System.Text;
using Cnaim.ServiceDefaults.Protection;

namespace Cnaim.Messaging.Idempotency;

/// <summary>Encrypts stored answers under the service's key; client and key are authenticated with the text.</summary>
internal sealed class AnswerCipher(FieldProtection protection)
{
    public byte[] Encrypt(ReadOnlySpan<byte> text, string client, string key) => protection.Protect(text, Associated(client, key));

    public byte[] Decrypt(ReadOnlySpan<byte> sealedText, string client, string key) => protection.Unprotect(sealedText, Associated(client, key));

    private static byte[] Associated(string client, string key) => Encoding.UTF8.GetBytes($"{client}\n{key}");
}
