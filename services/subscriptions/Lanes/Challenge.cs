using System.Text;
using System.Text.Json;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>Whether a challenge came back: as the whole body, or as the member <c>challenge</c> of a JSON object.</summary>
internal static class Challenge
{
    public static bool IsEchoed(byte[]? body, string challenge)
    {
        var text = Encoding.UTF8.GetString(body ?? []).Trim();
        return string.Equals(text.Trim('"'), challenge, StringComparison.Ordinal) || string.Equals(MemberOf(text), challenge, StringComparison.Ordinal);
    }

    private static string? MemberOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("challenge", out var member) && member.ValueKind is JsonValueKind.String
                ? member.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
