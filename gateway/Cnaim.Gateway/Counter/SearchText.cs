using System.Globalization;
using System.Text;

namespace Cnaim.Gateway.Counter;

/// <summary>Compares names as people type them: without accents, case or spaces around; pure.</summary>
internal static class SearchText
{
    public static bool Holds(string text, string part) => Fold(text).Contains(Fold(part), StringComparison.Ordinal);

    public static string Fold(string text) => string.Concat(
        text.Trim().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
