using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Cnaim.Security.Calls;

/// <summary>A request as it reached a partner, checked by Standard Webhooks 1.0.0 and by none of the platform's own code.</summary>
internal sealed record SignedEvent(string Id, string Time, string Signatures, byte[] Body)
{
    public static SignedEvent Of(HttpRequest request, byte[] body) =>
        new(request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString(), request.Headers["webhook-signature"].ToString(), body);

    public bool IsSignedWith(string secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Time}."), .. Body];
        var expected = Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed)));
        return Signatures.Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected));
    }
}
