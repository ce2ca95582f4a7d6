using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>A token's SHA-256, by which tokens are remembered: the token itself stands in no dictionary.</summary>
/// <param name="Low">Its first half.</param>
/// <param name="High">Its second half.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TokenDigest(UInt128 Low, UInt128 High)
{
    /// <summary>The digest of a token or of a session's secret.</summary>
    /// <param name="token">The token.</param>
    public static TokenDigest Of(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        return new TokenDigest(BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
    }
}
