using System.Text.Json;
using Cnaim.Screening.Rules;

namespace Cnaim.Screening.Interviews;

/// <summary>An interview as the API shows it, with the questions to ask next.</summary>
internal sealed record InterviewView
{
    public required Guid Id { get; init; }

    /// <summary>The calling office's reference of the person.</summary>
    public required string PersonId { get; init; }

    public required string Language { get; init; }

    public required string Channel { get; init; }

    public required DateOnly Date { get; init; }

    public required string HeldBy { get; init; }

    /// <summary>The rules in force on the date.</summary>
    public required string RulesVersion { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Answers { get; init; }

    public required IReadOnlyList<string> NextQuestions { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required long Version { get; init; }

    public static InterviewView Of(InterviewRecord interview, RulesVersion rules) => new()
    {
        Id = interview.Row.InterviewId,
        PersonId = interview.Row.PersonRef,
        Language = interview.Row.Language,
        Channel = interview.Row.Channel,
        Date = interview.Row.Date,
        HeldBy = interview.Row.HeldBy,
        RulesVersion = rules.Code,
        Answers = interview.Answers,
        NextQuestions = Assess.NextQuestions(rules.Rules, interview.Answers, interview.Row.Date),
        UpdatedAt = interview.Row.UpdatedAt,
        Version = interview.Row.Version,
    };
}
