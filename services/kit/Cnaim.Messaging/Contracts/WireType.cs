using System.Globalization;

namespace Cnaim.Messaging.Contracts;

/// <summary>A CloudEvents type taken apart: <c>pt.cnaim.command.{name}.v1</c> or <c>pt.cnaim.{thing}.{verb}.v1</c>.</summary>
internal sealed record WireType(string Stem, int Major)
{
    /// <summary>The command's wire name; null for an event.</summary>
    public string? Command => Stem.StartsWith(MessageType.CommandPrefix, StringComparison.Ordinal) ? Stem[MessageType.CommandPrefix.Length..] : null;

    public static WireType? Parse(string text)
    {
        var at = text.LastIndexOf(".v", StringComparison.Ordinal);
        return at > 0 && int.TryParse(text.AsSpan(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? new WireType(text[..at], major)
            : null;
    }
}
