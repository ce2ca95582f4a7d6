using System.Text.Json;
using Cnaim.Contracts.Codes;
using Cnaim.Screening.Rules;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Rules;

/// <summary>Kleene's logic is monotone: a further answer settles what is unknown and never turns a settled result over, where <c>known</c> is not asked.</summary>
public sealed class When_more_is_answered
{
    private static readonly DateOnly Date = new(2026, 11, 2);

    private static readonly EligibilityRule[] Monotone =
        [.. Shipped.Documents.Eligibility.GetProperty("rules").EnumerateArray()
            .Where(rule => !rule.GetProperty("condition").GetRawText().Contains("\"known\"", StringComparison.Ordinal))
            .Select(rule => Shipped.Rules.Rules.Single(compiled => rule.GetProperty("id").ValueEquals(compiled.Id)))];

    [Fact]
    public void Should_look_at_most_of_the_rules() => Monotone.Length.ShouldBeGreaterThan(100);

    [Fact]
    public void Should_never_turn_a_settled_result_over()
    {
        var pairs = from complete in Interviews() from kept in Gen.Choose(0, 100) from seed in Gen.Choose(0, int.MaxValue - 1) select (complete, kept, seed);
        Prop.ForAll(Arb.From(pairs), pair =>
        {
            var random = new Random(pair.seed);
            var partial = pair.complete.Where(_ => random.Next(100) < pair.kept).ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal);
            var (less, more) = (new AnswerSheet(Shipped.Rules, partial, Date), new AnswerSheet(Shipped.Rules, pair.complete, Date));
            return Monotone.All(rule => rule.Condition.Evaluate(less) is Truth.Unknown || rule.Condition.Evaluate(less) == rule.Condition.Evaluate(more));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Should_ask_for_nothing_that_was_answered_or_declined()
    {
        Prop.ForAll(Arb.From(Interviews()), answers =>
            Assess.Run(Shipped.Version, answers, Date, DateTimeOffset.UnixEpoch).Eligibility
                .All(outcome => outcome.FindOut.All(question => !answers.TryGetValue(question, out var given) || given.ValueEquals(Answer.NotKnown))
                    && (outcome.Result is EligibilityResult.Unknown || outcome.FindOut.Count is 0)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Should_accept_every_interview_that_is_made_of_options()
    {
        Prop.ForAll(Arb.From(Interviews()), answers => AnswerRules.Check(Shipped.Rules, Shipped.Lists, answers).Count is 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static Gen<Dictionary<string, JsonElement>> Interviews() =>
        from seed in Gen.Choose(0, int.MaxValue - 1) select Interview(new Random(seed));

    private static Dictionary<string, JsonElement> Interview(Random random) => Shipped.Rules.Questions
        .Where(_ => random.Next(10) > 0)
        .ToDictionary(question => question.Code, question => JsonSerializer.SerializeToElement(Value(question, random)), StringComparer.Ordinal);

    private static object Value(Question question, Random random) => question.Type switch
    {
        _ when question.MayDecline && random.Next(20) is 0 => Answer.Declined,
        QuestionType.Number => random.Next(40),
        QuestionType.Date => new DateOnly(2026, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        QuestionType.ApproximateDate => random.Next(1940, 2027).ToString(System.Globalization.CultureInfo.InvariantCulture),
        QuestionType.Country => new[] { random.GetItems(["BR", "UA", "PT", "FR", "stateless", "GW"], 1)[0] },
        QuestionType.Language => new[] { random.GetItems(["pt", "kea", "uk", "none"], 1)[0] },
        QuestionType.Text => random.GetItems(["Lisboa", "Porto", "none"], 1)[0],
        QuestionType.Multi => new[] { random.GetItems(question.Options.ToArray(), 1)[0] },
        _ => random.GetItems(question.Options.ToArray(), 1)[0],
    };
}
