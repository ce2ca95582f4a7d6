using System.Text.Json;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>An interview: what was answered, and what to ask next.</summary>
internal sealed record Interview
{
    public Guid Id { get; init; }

    public string PersonId { get; init; } = "";

    public DateOnly Date { get; init; }

    public string Language { get; init; } = "por";

    public IReadOnlyDictionary<string, JsonElement> Answers { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    public IReadOnlyList<string> NextQuestions { get; init; } = [];

    /// <summary>The values of an answer as text, one for each.</summary>
    public IReadOnlyList<string> ValuesOf(string question) => !Answers.TryGetValue(question, out var answer) ? []
        : answer.ValueKind is JsonValueKind.Array ? [.. answer.EnumerateArray().Select(value => value.ToString())]
        : [answer.ToString()];
}
