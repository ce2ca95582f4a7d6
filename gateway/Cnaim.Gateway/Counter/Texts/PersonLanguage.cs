using System.Globalization;

namespace Cnaim.Gateway.Counter.Texts;

/// <summary>The texts of one reader, with the language and direction that they really have.</summary>
internal sealed record PersonLanguage(PersonTexts Texts, string Lang, string Dir, bool IsDraft, bool IsMissing)
{
    public string this[string name] => Texts.Text(Lang, name);

    /// <summary>A text with values, in the form that its counts take in this language.</summary>
    public string Format(string name, params object?[] values) => PluralText.Format(CultureInfo.InvariantCulture, Lang, this[name], values);

    public bool IsPortuguese => Lang is PersonTexts.Original && !IsMissing;
}
