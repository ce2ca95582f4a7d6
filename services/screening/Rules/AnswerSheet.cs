using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>The answers of one interview, by the index of the question, with the date that durations count from.</summary>
internal sealed class AnswerSheet
{
    private readonly Answer[] _answers;
    private readonly bool[] _open;

    public AnswerSheet(RuleSet rules, IReadOnlyDictionary<string, JsonElement> answers, DateOnly date)
    {
        Date = date;
        _answers = new Answer[rules.Questions.Count];
        _open = new bool[rules.Questions.Count];
        foreach (var question in rules.Questions)
        {
            var given = answers.TryGetValue(question.Code, out var value);
            _answers[question.Index] = given ? Answer.Read(question, value) : Answer.Unknown;
            _open[question.Index] = !given || (value.ValueKind is JsonValueKind.String && value.ValueEquals(Answer.NotKnown));
        }
    }

    public DateOnly Date { get; }

    public Answer this[int question] => _answers[question];

    /// <summary>True when the question can still be found out: no answer, or not known. A declined answer is not asked again.</summary>
    public bool IsOpen(int question) => _open[question];
}
