using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Messaging.Auditing;

/// <summary>The chain's arithmetic (ADR 0036): what a head is made of, in a form that any other program can compute.</summary>
internal static class AuditChain
{
    public const int DigestLength = 32;
    private const int Absent = -1;

    /// <summary>The head before the first entry; it names the service, so that no chain can stand for another's.</summary>
    public static byte[] Origin(string service) => SHA256.HashData(Encoding.UTF8.GetBytes("cnaim-audit-1\n" + service));

    /// <summary>The digest of an entry's detail with its salt; null where there is no detail.</summary>
    public static byte[]? DetailDigest(string? detail, Guid salt)
    {
        if (detail is null)
        {
            return null;
        }

        var text = new byte[16 + Encoding.UTF8.GetByteCount(detail)];
        salt.TryWriteBytes(text, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(detail, text.AsSpan(16));
        return SHA256.HashData(text);
    }

    /// <summary>The digest of a person's reference with the entry's salt; null where the entry is about another kind of record.</summary>
    public static byte[]? RecordDigest(AuditRow row, Guid salt) => HidesRecord(row) ? DetailDigest(row.RecordId, salt) : null;

    /// <summary>A reference of a person must be erasable: it enters the chain as a digest (ADR 0045).</summary>
    public static bool HidesRecord(AuditRow row) => string.Equals(row.RecordKind, "person", StringComparison.Ordinal);

    /// <summary>The next head.</summary>
    public static byte[] Head(ReadOnlySpan<byte> before, AuditRow row, byte[]? detailDigest, byte[]? recordDigest, DateTime sealedAt)
    {
        Span<byte> both = stackalloc byte[2 * DigestLength];
        before.CopyTo(both);
        SHA256.HashData(Canonical(row, detailDigest, recordDigest, sealedAt), both[DigestLength..]);
        return SHA256.HashData(both);
    }

    // Each field is its length in bytes (four bytes, big endian; all ones for an absent one) and its UTF-8 text.
    private static ReadOnlySpan<byte> Canonical(AuditRow row, byte[]? detailDigest, byte[]? recordDigest, DateTime sealedAt)
    {
        var buffer = new ArrayBufferWriter<byte>(384);
        Write(buffer, row.EntryId.ToString(CultureInfo.InvariantCulture));
        Write(buffer, Text(row.At));
        Write(buffer, row.MessageId?.ToString());
        Write(buffer, row.Subject);
        Write(buffer, row.Office);
        Write(buffer, row.Centre);
        Write(buffer, row.Role);
        Write(buffer, row.Action);
        Write(buffer, row.RecordKind);
        // Absent, which no stored id can be, where the digest stands for it; the digest is then one field more at the end.
        Write(buffer, recordDigest is null ? row.RecordId : null);
        Write(buffer, row.Purpose);
        Write(buffer, detailDigest is null ? null : Convert.ToHexStringLower(detailDigest));
        Write(buffer, Text(sealedAt));
        if (recordDigest is not null)
        {
            Write(buffer, Convert.ToHexStringLower(recordDigest));
        }

        return buffer.WrittenSpan;
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static void Write(ArrayBufferWriter<byte> buffer, string? text)
    {
        var length = text is null ? Absent : Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), length);
        buffer.Advance(sizeof(int));
        if (text is not null)
        {
            Encoding.UTF8.GetBytes(text, buffer);
        }
    }
}
