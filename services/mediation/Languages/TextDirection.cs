namespace Cnaim.Mediation.Languages;

/// <summary>The direction of a script (counter-ui.md, P09): the culture data of the system is wrong for some languages.</summary>
internal static class TextDirection
{
    private static readonly string[] RightToLeft = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"];

    /// <returns>Null without a script.</returns>
    public static string? Of(string? script) => script is null ? null : RightToLeft.Contains(script, StringComparer.Ordinal) ? "rtl" : "ltr";
}
