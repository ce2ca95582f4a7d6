using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Subscriptions.Sending;

/// <summary>Signs as Standard Webhooks 1.0.0 says: HMAC-SHA-256 over <c>id.timestamp.body</c>; one signature for each secret while rotating.</summary>
internal static class SignWebhook
{
    private const string Version = "v1,";

    public static string Sign(string webhookId, DateTimeOffset at, ReadOnlySpan<byte> body, IEnumerable<byte[]> secrets)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{webhookId}.{Timestamp(at)}."), .. body];
        return string.Join(' ', secrets.Select(secret => Version + Convert.ToBase64String(HMACSHA256.HashData(secret, signed))));
    }

    /// <summary>Seconds since 1970.</summary>
    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
