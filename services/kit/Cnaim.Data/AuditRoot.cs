using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Data;

/// <summary>One digest over the audit heads of all services and the root before: a Merkle tree as in RFC 6962, so that one head can be proven without the others.</summary>
public static class AuditRoot
{
    /// <summary>The root.</summary>
    /// <param name="previous">The root before, as hexadecimal text; null for the first.</param>
    /// <param name="heads">Service, place and hexadecimal text of each head; their order does not matter.</param>
    /// <returns>32 bytes as lower-case hexadecimal text.</returns>
    public static string Of(string? previous, IEnumerable<(string Service, long SealNo, string Head)> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        var lines = heads.OrderBy(head => head.Service, StringComparer.Ordinal).Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.Service}\n{head.SealNo}\n{head.Head}"));
        List<byte[]> leaves = [.. lines.Prepend("root\n" + (previous ?? "")).Select(line => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]))];
        return Convert.ToHexStringLower(Node(leaves));
    }

    private static byte[] Node(List<byte[]> leaves)
    {
        if (leaves.Count == 1)
        {
            return leaves[0];
        }

        var left = 1;
        while (left * 2 < leaves.Count)
        {
            left *= 2;
        }

        return SHA256.HashData([1, .. Node(leaves[..left]), .. Node(leaves[left..])]);
    }
}
