using System.Globalization;
using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>One answer as expressions read it. A missing, declined or not-known answer is <see cref="Unknown"/>.</summary>
internal sealed record Answer
{
    public const string Declined = "prefer-not-to-say";
    public const string NotKnown = "dont-know";

    public static Answer Unknown { get; } = new();

    /// <summary>The codes given: one for a single answer, several for a list.</summary>
    public string[] Values { get; init; } = [];

    public decimal? Number { get; init; }

    public ApproximateDate? Date { get; init; }

    public bool IsKnown => this != Unknown;

    /// <summary>Reads a stored, validated value.</summary>
    public static Answer Read(Question question, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => new Answer { Number = value.GetDecimal() },
        JsonValueKind.String when value.GetString() is { } text && text is not (Declined or NotKnown) => Of(question, text),
        JsonValueKind.Array => new Answer { Values = [.. value.EnumerateArray().Select(item => item.GetString()!)] },
        _ => Unknown,
    };

    private static Answer Of(Question question, string text)
    {
        if (question.IsDate)
        {
            return ApproximateDate.TryParse(text, out var date) ? new Answer { Date = date } : Unknown;
        }

        return question.Type == QuestionType.Number && decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Answer { Number = number }
            : new Answer { Values = [text] };
    }
}
