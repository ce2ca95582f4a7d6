using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>Checks a JSON text as a whole before anything binds it: valid UTF-8, depth, array sizes, no NUL and no lone surrogate in any string.</summary>
internal static class JsonGuard
{
    public static bool IsAcceptable(ReadOnlySpan<byte> json, int maxDepth, int maxItems)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        try
        {
            return Scan(json, maxDepth, maxItems);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Scan(ReadOnlySpan<byte> json, int maxDepth, int maxItems)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        Span<int> items = stackalloc int[maxDepth + 1];
        Span<bool> isArray = stackalloc bool[maxDepth + 1];
        while (reader.Read())
        {
            var starts = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
            var ends = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
            var depth = reader.CurrentDepth;
            if (!ends && depth > 0 && isArray[depth] && ++items[depth] > maxItems)
            {
                return false;
            }

            if (starts)
            {
                (items[depth + 1], isArray[depth + 1]) = (0, reader.TokenType == JsonTokenType.StartArray);
            }

            if (reader.ValueIsEscaped && !IsCleanText(ref reader))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCleanText(ref Utf8JsonReader reader)
    {
        var buffer = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return !buffer.AsSpan(0, reader.CopyString(buffer)).Contains('\0');
        }
        catch (InvalidOperationException)
        {
            return false; // a lone surrogate
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }
}
