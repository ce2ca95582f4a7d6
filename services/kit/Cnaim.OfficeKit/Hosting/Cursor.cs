using System.Buffers.Text;

namespace Cnaim.OfficeKit.Hosting;

/// <summary>The opaque <c>after</c> of cursor pagination: the last id of a page.</summary>
internal static class Cursor
{
    public static string Of(Guid last) => Base64Url.EncodeToString(last.ToByteArray(bigEndian: true));

    /// <summary>Reads a cursor; no cursor is the first page.</summary>
    /// <returns>False when the text is no cursor of this API.</returns>
    public static bool TryRead(string? text, out Guid? last)
    {
        last = null;
        Span<byte> bytes = stackalloc byte[16];
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (text.Length != 22 || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 16)
        {
            return false;
        }

        last = new Guid(bytes, bigEndian: true);
        return true;
    }
}
