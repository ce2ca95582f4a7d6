using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Reception.Visits;

/// <summary>Who may know whose visit it is; pure.</summary>
internal static class VisitRules
{
    /// <summary>The reference is reception's own: another office could join nothing with it, and is not shown it.</summary>
    public static bool MayName(Actor actor) => string.Equals(actor.Office, "reception", StringComparison.Ordinal);

    /// <summary>The form of a PersonRef (domain.md section 1).</summary>
    public static bool IsReference(string text) => text.Length == 26 && text.All(char.IsAsciiLetterOrDigit);
}
