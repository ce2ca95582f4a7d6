using System.Text.Json;
using Cnaim.Screening.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Rules;

public sealed class When_expressions_are_evaluated
{
    private static readonly DateOnly Date = new(2026, 11, 2);

    /// <summary>literacy is not answered: unknown; gender is woman: true or false.</summary>
    private const string T = """{"equals":["gender","woman"]}""";
    private const string F = """{"equals":["gender","man"]}""";
    private const string U = """{"equals":["literacy","reads-a-little"]}""";

    [Theory]
    [InlineData(T, T, "True", "True")]
    [InlineData(T, U, "Unknown", "True")]
    [InlineData(T, F, "False", "True")]
    [InlineData(U, T, "Unknown", "True")]
    [InlineData(U, U, "Unknown", "Unknown")]
    [InlineData(U, F, "False", "Unknown")]
    [InlineData(F, T, "False", "True")]
    [InlineData(F, U, "False", "Unknown")]
    [InlineData(F, F, "False", "False")]
    public void Should_follow_the_tables_of_Kleene(string left, string right, string all, string any)
    {
        var answers = """{"gender":"woman"}""";
        Evaluate($$"""{"all":[{{left}},{{right}}]}""", answers).ToString().ShouldBe(all);
        Evaluate($$"""{"any":[{{left}},{{right}}]}""", answers).ToString().ShouldBe(any);
    }

    [Fact]
    public void Should_swap_only_what_is_known()
    {
        Evaluate($$"""{"not":{{T}}}""", """{"gender":"woman"}""").ShouldBe(Truth.False);
        Evaluate($$"""{"not":{{F}}}""", """{"gender":"woman"}""").ShouldBe(Truth.True);
        Evaluate($$"""{"not":{{U}}}""", "{}").ShouldBe(Truth.Unknown);
    }

    [Fact]
    public void Should_take_empty_lists_as_the_neutral_element()
    {
        Evaluate("""{"all":[]}""", "{}").ShouldBe(Truth.True);
        Evaluate("""{"any":[]}""", "{}").ShouldBe(Truth.False);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"residence-status":"prefer-not-to-say"}""")]
    [InlineData("""{"residence-status":"dont-know"}""")]
    public void Should_take_declined_and_not_known_answers_as_unknown(string answers)
    {
        Evaluate("""{"equals":["residence-status","refugee"]}""", answers).ShouldBe(Truth.Unknown);
        Evaluate("""{"not":{"in":["residence-status","@status-resident"]}}""", answers).ShouldBe(Truth.Unknown);
        Evaluate("""{"known":"residence-status"}""", answers).ShouldBe(Truth.False);
    }

    [Theory]
    [InlineData("""{"equals":["work-problems","threats"]}""", "True")]
    [InlineData("""{"equals":["work-problems","dismissed"]}""", "False")]
    [InlineData("""{"in":["work-problems",["dismissed","unpaid-wages"]]}""", "True")]
    [InlineData("""{"in":["nationality","@cplp"]}""", "True")]
    [InlineData("""{"in":["nationality","@eu-other"]}""", "False")]
    [InlineData("""{"atLeast":["children-under-18",2]}""", "True")]
    [InlineData("""{"atLeast":["children-under-18",3]}""", "False")]
    [InlineData("""{"atMost":["children-under-18",2]}""", "True")]
    [InlineData("""{"atMost":["children-under-18",1]}""", "False")]
    public void Should_look_into_lists_sets_and_numbers(string expression, string expected) =>
        Evaluate(expression, """{"work-problems":["threats","unpaid-wages"],"nationality":["US","BR"],"children-under-18":2}""").ToString().ShouldBe(expected);

    [Theory]
    [InlineData("2008-11-02", "False")] // 18 today: the anniversary counts
    [InlineData("2008-11-03", "True")]
    [InlineData("2008-11-01", "False")]
    [InlineData("2008-11", "Unknown")]
    [InlineData("2008-10", "False")]
    [InlineData("2008-12", "True")]
    [InlineData("2008", "Unknown")]
    [InlineData("2007", "False")]
    [InlineData("2009", "True")]
    public void Should_compare_approximate_births_as_intervals(string birth, string isMinor) =>
        Evaluate("""{"after":["birth-date","-P18Y"]}""", $$"""{"birth-date":"{{birth}}"}""").ToString().ShouldBe(isMinor);

    [Theory]
    [InlineData("2020-02-20", "True")]
    [InlineData("2020-02-21", "False")]
    [InlineData("2020-02", "Unknown")]
    [InlineData("2020-01", "True")]
    [InlineData("2021", "False")]
    public void Should_take_before_strictly(string arrival, string expected) =>
        Evaluate("""{"before":["arrival-date","2020-02-21"]}""", $$"""{"arrival-date":"{{arrival}}"}""").ToString().ShouldBe(expected);

    [Theory]
    [InlineData("-P1Y", "2024-02-29", "2023-02-28")]
    [InlineData("-P1M", "2026-03-31", "2026-02-28")]
    [InlineData("+P1M", "2028-01-31", "2028-02-29")]
    [InlineData("-P15M", "2026-05-31", "2025-02-28")]
    [InlineData("-P66Y9M", "2026-11-30", "1960-02-29")]
    [InlineData("-P90D", "2026-03-01", "2025-12-01")]
    [InlineData("+P60D", "2026-11-02", "2027-01-01")]
    [InlineData("P2W", "2026-12-20", "2027-01-03")]
    [InlineData("2022-02-23", "2026-01-01", "2022-02-23")]
    public void Should_count_durations_on_the_calendar(string duration, string from, string expected)
    {
        DateBound.TryParse(duration, out var bound).ShouldBeTrue();
        bound.On(Day(from)).ShouldBe(Day(expected));
    }

    [Theory]
    [InlineData("P")]
    [InlineData("-P")]
    [InlineData("P1H")]
    [InlineData("2026-13-01")]
    [InlineData("-P1Y\n")]
    [InlineData("18Y")]
    public void Should_refuse_what_is_no_duration(string text) => DateBound.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("0000")]
    [InlineData("2026-00-01")]
    [InlineData("26")]
    [InlineData("2026-1")]
    [InlineData("about 1987")]
    public void Should_refuse_what_is_no_date(string text) => ApproximateDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Should_reach_to_the_last_day_of_the_month()
    {
        ApproximateDate.TryParse("2024-02", out var february).ShouldBeTrue();
        (february.First, february.Last).ShouldBe((new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Truth Evaluate(string expression, string answers)
    {
        var errors = new List<string>();
        var sets = Shipped.Documents.Questions.GetProperty("value_sets").Deserialize<Dictionary<string, ValueSetEntry>>(JsonSerializerOptions.Web)!;
        using var json = JsonDocument.Parse(expression);
        var compiled = new ExpressionReader(Shipped.Rules.Catalogue, sets, Shipped.Lists, errors).Read(json.RootElement, "test");
        errors.ShouldBeEmpty();
        return compiled.Evaluate(new AnswerSheet(Shipped.Rules, Shipped.Answers(answers), Date));
    }
}
