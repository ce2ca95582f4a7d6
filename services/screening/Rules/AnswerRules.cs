using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>Whether given answers are answers to the questions of a version; names each that is not.</summary>
internal static class AnswerRules
{
    private const string None = "none";
    private const int MaximumItems = 30;
    private const int MaximumNumber = 1200;

    public static IReadOnlyDictionary<string, string[]> Check(RuleSet rules, CodeLists lists, IReadOnlyDictionary<string, JsonElement> answers)
    {
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (code, value) in answers)
        {
            var wrong = rules.Catalogue.TryGetValue(code, out var question) ? Wrong(question, lists, value) : "unknown question";
            if (wrong is not null)
            {
                errors[AnswerText.Printable(code)] = [wrong];
            }
        }

        return errors;
    }

    /// <summary>What is wrong with the value; null when nothing is. A JSON null takes the answer back.</summary>
    private static string? Wrong(Question question, CodeLists lists, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when !AnswerText.TryRead(value, out _) => "not valid text",
        JsonValueKind.String when value.ValueEquals(Answer.Declined) => question.MayDecline ? null : "cannot be declined",
        JsonValueKind.String when value.ValueEquals(Answer.NotKnown) && !question.Options.Contains(Answer.NotKnown) => $"'{Answer.NotKnown}' is no option",
        JsonValueKind.String when question.IsList => "takes a list",
        JsonValueKind.String => WrongText(question, lists, value.GetString()!),
        JsonValueKind.Array when question.IsList => WrongList(question, lists, value),
        JsonValueKind.Number when question.Type is QuestionType.Number =>
            value.TryGetInt32(out var number) && number is >= 0 and <= MaximumNumber ? null : $"takes a whole number from 0 to {MaximumNumber}",
        _ => $"takes {Expected(question)}",
    };

    private static string? WrongText(Question question, CodeLists lists, string text) => question.Type switch
    {
        QuestionType.Number => "takes a number",
        QuestionType.Date => DateBound.TryParse(text, out var bound) && bound.Fixed is not null ? null : "takes a date YYYY-MM-DD",
        QuestionType.ApproximateDate => ApproximateDate.TryParse(text, out _) ? null : "takes a date YYYY, YYYY-MM or YYYY-MM-DD",
        _ => lists.Accepts(question, text) ? null : $"unknown option '{AnswerText.Printable(text)}'",
    };

    private static string? WrongList(Question question, CodeLists lists, JsonElement values)
    {
        if (values.GetArrayLength() is 0 or > MaximumItems)
        {
            return $"takes a list of 1 to {MaximumItems} values";
        }

        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in values.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.String || !AnswerText.TryRead(item, out var text))
            {
                return "takes a list of texts";
            }

            if (!lists.Accepts(question, text))
            {
                return $"unknown option '{AnswerText.Printable(text)}'";
            }

            if (!texts.Add(text))
            {
                return $"'{text}' is given twice";
            }
        }

        return texts.Count > 1 && texts.Contains(None) ? "'none' excludes all others" : null;
    }

    private static string Expected(Question question) =>
        question.IsList ? "a list" : question.Type is QuestionType.Number ? "a number" : "a text";
}
