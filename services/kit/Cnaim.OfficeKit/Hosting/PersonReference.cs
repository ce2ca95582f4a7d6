namespace Cnaim.OfficeKit.Hosting;

/// <summary>The form of a PersonRef: 26 base32 characters (domain.md section 1).</summary>
internal static class PersonReference
{
    public static bool IsValid(string? text) => text is { Length: 26 } && text.All(char.IsAsciiLetterOrDigit);
}
