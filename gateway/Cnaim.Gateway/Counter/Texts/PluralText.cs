using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cnaim.Gateway.Counter.Texts;

/// <summary>
/// Texts with counts, as ICU writes them: <c>{0, plural, one {# senha} other {# senhas}}</c>. Arguments are positions, as in every other text; <c>#</c> is the count,
/// a form may hold further positions, and a form for one number is written <c>=0</c>.
/// </summary>
internal static partial class PluralText
{
    public static string Format(CultureInfo culture, string language, string pattern, params object?[] values) =>
        string.Format(culture, pattern.Contains("plural", StringComparison.Ordinal) ? Choose(pattern, language, values) : pattern, values);

    /// <summary>The forms of each count in a text, for tests of texts.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> FormsIn(string pattern)
    {
        for (var start = Start().Match(pattern); start.Success;)
        {
            yield return Forms(pattern, start.Index + start.Length, out var end);
            start = Start().Match(pattern, end);
        }
    }

    private static string Choose(string pattern, string language, object?[] values)
    {
        var (text, at) = (new StringBuilder(), 0);
        for (var start = Start().Match(pattern); start.Success; start = Start().Match(pattern, at))
        {
            text.Append(pattern, at, start.Index - at);
            var argument = start.Groups["argument"].Value;
            var count = Convert.ToInt64(values[int.Parse(argument, CultureInfo.InvariantCulture)], CultureInfo.InvariantCulture);
            text.Append(FormOf(Forms(pattern, start.Index + start.Length, out at), language, count).Replace("#", $"{{{argument}}}", StringComparison.Ordinal));
        }

        return text.Append(pattern, at, pattern.Length - at).ToString();
    }

    // A form that a text leaves out, such as that of millions, is the one of all others.
    private static string FormOf(Dictionary<string, string> forms, string language, long count) =>
        forms.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"={count}")) ?? forms.GetValueOrDefault(PluralRules.Of(language, count)) ?? forms[PluralRules.Other];

    private static Dictionary<string, string> Forms(string pattern, int at, out int end)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var name = Name().Match(pattern, at); name.Success; name = Name().Match(pattern, at))
        {
            var first = name.Index + name.Length;
            at = Closing(pattern, first) + 1;
            forms.Add(name.Groups["name"].Value, pattern[first..(at - 1)]);
        }

        end = Closing(pattern, at) + 1;
        return forms.ContainsKey(PluralRules.Other) ? forms : throw new FormatException($"A count has no form for others: {pattern}");
    }

    private static int Closing(string pattern, int at)
    {
        for (var depth = 0; at < pattern.Length; at++)
        {
            depth += pattern[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0)
            {
                return at;
            }
        }

        throw new FormatException($"A brace is not closed: {pattern}");
    }

    [GeneratedRegex(@"\{(?<argument>\d), plural,", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"\G\s*(?<name>[a-z]+|=\d+)\s*\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
