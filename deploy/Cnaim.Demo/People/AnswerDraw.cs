using System.Text.Json.Nodes;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.People;

/// <summary>An answer of the right form to any question: most people have few of the problems asked about, some decline.</summary>
internal static class AnswerDraw
{
    private const double Declined = 0.02;
    private const double NothingToReport = 0.78;

    public static JsonNode Next(Draw draw, Question question)
    {
        if (question.MayDecline && draw.Chance(Declined))
        {
            return "prefer-not-to-say";
        }

        return question.Type switch
        {
            "single" => draw.One(question.Options),
            "multi" => Several(draw, question),
            "number" => draw.Between(0, 12),
            _ => "prefer-not-to-say",
        };
    }

    public static JsonArray ListOf(IEnumerable<string> items) => new(items.Select(item => (JsonNode)item).ToArray());

    private static JsonArray Several(Draw draw, Question question)
    {
        var hasNone = question.Options.Contains("none", StringComparer.Ordinal);
        if (hasNone && draw.Chance(NothingToReport))
        {
            return ["none"];
        }

        var options = question.Options.Where(option => option is not "none" and not "dont-know").ToList();
        return ListOf(draw.Some(options, draw.Between(1, 2)));
    }
}
