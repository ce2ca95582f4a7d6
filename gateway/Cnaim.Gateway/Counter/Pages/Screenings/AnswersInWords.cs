using System.Text.Json;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>Questions and answers as staff read them; what the book does not know keeps its code.</summary>
internal static class AnswersInWords
{
    public static IEnumerable<(string Question, string Answer)> Of(IReadOnlyDictionary<string, JsonElement> answers, QuestionBook? book, Words words)
    {
        foreach (var (code, answer) in answers)
        {
            var question = book?.Questions.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal));
            var values = answer.ValueKind is JsonValueKind.Array ? answer.EnumerateArray().Select(value => value.ToString()) : [answer.ToString()];
            yield return (question?.Text.Shown ?? code, string.Join(", ", values.Select(value => Text(question, value, words))));
        }
    }

    private static string Text(Question? question, string value, Words words) => question switch
    {
        { Type: "country" } => words.Code("Country", value),
        { Type: "language" } => words.Code("Language", value),
        _ => question?.Options.FirstOrDefault(option => string.Equals(option.Code, value, StringComparison.Ordinal))?.Label.Shown ?? value,
    };
}
