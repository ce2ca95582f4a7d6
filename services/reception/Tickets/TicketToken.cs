using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Reception.Tickets;

/// <summary>A random secret of 128 bits that is shown once; only its hash is kept.</summary>
internal static class TicketToken
{
    private const int Length = 22;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The hash to look for. What cannot be a token has one too, so that it takes the same way.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token.Length > Length ? "" : token));
}
