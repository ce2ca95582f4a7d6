using System.Text;

namespace Grpc.Wire;

/// <summary>The encoding of <c>grpc-message</c>: UTF-8, percent-encoded outside printable ASCII.</summary>
internal static class PercentEncoding
{
    public static string Encode(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or > '~' or '%')
            {
                return EncodeBytes(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }

    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes[length++] = Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                length += Encoding.UTF8.GetBytes(text.AsSpan(i, 1), bytes.AsSpan(length));
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static string EncodeBytes(ReadOnlySpan<byte> bytes)
    {
        var builder = new StringBuilder(bytes.Length * 2);
        foreach (var value in bytes)
        {
            if (value is < (byte)' ' or > (byte)'~' or (byte)'%')
            {
                builder.Append('%').Append("0123456789ABCDEF"[value >> 4]).Append("0123456789ABCDEF"[value & 15]);
            }
            else
            {
                builder.Append((char)value);
            }
        }

        return builder.ToString();
    }
}
