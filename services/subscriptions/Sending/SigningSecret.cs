using System.Security.Cryptography;

namespace Cnaim.Subscriptions.Sending;

/// <summary>A secret of Standard Webhooks: <c>whsec_</c> and base64 of 32 random bytes.</summary>
internal static class SigningSecret
{
    public const string Prefix = "whsec_";
    private const int Size = 32;

    public static byte[] Create() => RandomNumberGenerator.GetBytes(Size);

    public static string Text(ReadOnlySpan<byte> secret) => Prefix + Convert.ToBase64String(secret);
}
