using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Directory.Hsds;

/// <summary>A UUID (version 8) made from a name, for records to which the documents give no id.</summary>
internal static class StableId
{
    public static string Of(params string[] parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
