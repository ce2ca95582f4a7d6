using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cnaim.Screening.People;

/// <summary>Names in the form that is searched: Latin letters without marks, lower case, tokens in order.</summary>
internal sealed class PersonName
{
    private readonly Dictionary<char, string> _letters;

    public PersonName(string folder) => _letters = JsonSerializer.Deserialize<Dictionary<char, string>>(File.ReadAllBytes(Path.Combine(folder, "transliteration.json")))!;

    public string Searchable(IEnumerable<string?> names) => string.Join(
        ' ', names.OfType<string>().SelectMany(name => Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.ToLowerInvariant().Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (rune.IsBmp && _letters.TryGetValue((char)rune.Value, out var latin))
            {
                folded.Append(latin);
                continue;
            }

            // By rune: half of a surrogate pair is no text, and cannot be normalized.
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
            {
                Append(folded, part);
            }
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, Rune letter)
    {
        switch (Rune.GetUnicodeCategory(letter))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                break;
            case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation:
                break;
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation:
                folded.Append(letter.Value is '\'' ? "" : " ");
                break;
            default:
                folded.Append(letter.ToString());
                break;
        }
    }
}
