using Cnaim.Screening.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Rules;

public sealed class When_answers_are_checked
{
    [Theory]
    [InlineData("shoe-size", "42")]
    [InlineData("gender", "\"robot\"")]
    [InlineData("gender", "1")]
    [InlineData("gender", "[\"woman\"]")]
    [InlineData("gender", "\"dont-know\"")]
    [InlineData("gender", "{}")]
    [InlineData("consent-referral", "\"prefer-not-to-say\"")]
    [InlineData("work-problems", "\"threats\"")]
    [InlineData("work-problems", "[]")]
    [InlineData("work-problems", "[\"threats\",\"threats\"]")]
    [InlineData("work-problems", "[\"none\",\"threats\"]")]
    [InlineData("work-problems", "[\"prefer-not-to-say\"]")]
    [InlineData("work-problems", "[1]")]
    [InlineData("children-under-18", "\"2\"")]
    [InlineData("children-under-18", "-1")]
    [InlineData("children-under-18", "1.5")]
    [InlineData("children-under-18", "1e9")]
    [InlineData("children-under-18", "true")]
    [InlineData("nationality", "\"BR\"")]
    [InlineData("nationality", "[\"BRA\"]")]
    [InlineData("nationality", "[\"XX\"]")]
    [InlineData("languages-spoken", "[\"por\"]")]
    [InlineData("languages-spoken", "[\"klingon\"]")]
    [InlineData("municipality", "\"Atlantis\"")]
    [InlineData("municipality", "\"Lisb\\u0000oa\"")]
    [InlineData("municipality", "\"\\ud800\"")]
    [InlineData("birth-date", "\"about 1987\"")]
    [InlineData("birth-date", "\"1987-02-30\"")]
    [InlineData("permit-expiry", "\"2027-03\"")]
    [InlineData("permit-expiry", "\"-P1Y\"")]
    public void Should_name_what_is_wrong(string question, string value) =>
        AnswerRules.Check(Shipped.Rules, Shipped.Lists, Shipped.Answers($$"""{"{{question}}":{{value}},"literacy":"reads-a-little"}""")).Keys.ShouldBe([question]);

    [Theory]
    [InlineData("gender", "\"prefer-not-to-say\"")]
    [InlineData("residence-status", "\"dont-know\"")]
    [InlineData("work-problems", "\"prefer-not-to-say\"")]
    [InlineData("work-problems", "[\"none\"]")]
    [InlineData("children-under-18", "0")]
    [InlineData("nationality", "[\"BR\",\"stateless\"]")]
    [InlineData("languages-spoken", "[\"pt\",\"cmn\",\"ka\"]")]
    [InlineData("languages-read", "[\"none\"]")]
    [InlineData("municipality", "\"Vila Real de Santo António\"")]
    [InlineData("municipality", "\"none\"")]
    [InlineData("birth-date", "\"1987\"")]
    [InlineData("permit-expiry", "\"2027-03-01\"")]
    [InlineData("gender", "null")]
    public void Should_accept_what_is_right(string question, string value) =>
        AnswerRules.Check(Shipped.Rules, Shipped.Lists, Shipped.Answers($$"""{"{{question}}":{{value}}}""")).ShouldBeEmpty();

    [Fact]
    public void Should_name_every_wrong_answer() =>
        AnswerRules.Check(Shipped.Rules, Shipped.Lists, Shipped.Answers("""{"gender":"robot","shoe-size":1,"birth-date":7}""")).Count.ShouldBe(3);

    [Fact]
    public void Should_ask_next_what_is_shown_and_open()
    {
        var date = new DateOnly(2026, 11, 2);
        var next = Assess.NextQuestions(Shipped.Rules, Shipped.Answers("""{"children-under-18":0,"gender":"man","private-conversation":"no-stay"}"""), date);
        next.ShouldNotContain("children-situation");
        next.ShouldNotContain("pregnancy");
        next.ShouldNotContain("safety-concerns");
        next.ShouldNotContain("gender");
        next.ShouldContain("birth-date");
        next = Assess.NextQuestions(Shipped.Rules, Shipped.Answers("""{"children-under-18":1,"gender":"woman","private-conversation":"yes"}"""), date);
        next.ShouldContain("children-situation");
        next.ShouldContain("pregnancy");
        next.ShouldContain("safety-concerns");
    }
}
