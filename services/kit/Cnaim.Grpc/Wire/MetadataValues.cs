using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Metadata values as they stand in HTTP headers.</summary>
internal static class MetadataValues
{
    public static string ToHeader(Metadata.Entry entry) => entry.IsBinary ? Convert.ToBase64String(entry.BytesSpan) : entry.Value;

    /// <summary>Adds a received header; a binary one may hold several values, with or without padding.</summary>
    /// <returns>False when a binary value is not base64.</returns>
    public static bool TryAdd(Metadata metadata, string name, string value)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(name, value);
            return true;
        }

        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Decode(part) is not { } bytes)
            {
                return false;
            }

            metadata.Add(name, bytes);
        }

        return true;
    }

    private static byte[]? Decode(string text)
    {
        var padded = (text.Length % 4) switch
        {
            2 => text + "==",
            3 => text + "=",
            _ => text,
        };
        var bytes = new byte[(padded.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : null;
    }
}
