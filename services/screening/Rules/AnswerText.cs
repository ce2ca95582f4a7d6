using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>Text from outside: valid Unicode without control characters, or not accepted.</summary>
internal static class AnswerText
{
    private const int MaximumLength = 200;

    /// <summary>True when the JSON string is whole Unicode (no lone surrogates), at most 200 characters and free of control characters.</summary>
    public static bool TryRead(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.GetString();
            return text is not null && IsClean(text);
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    public static bool IsClean(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) is not System.Buffers.OperationStatus.Done || Rune.IsControl(rune))
            {
                return false;
            }

            rest = rest[used..];
        }

        return text.Length <= MaximumLength;
    }

    /// <summary>What a caller sent, safe to show again: at most 60 characters, others replaced.</summary>
    public static string Printable(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(60))
        {
            shown.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return shown.ToString();
    }
}
