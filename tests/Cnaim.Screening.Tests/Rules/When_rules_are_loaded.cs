using System.Text.Json.Nodes;
using Cnaim.Screening.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Rules;

public sealed class When_rules_are_loaded
{
    [Fact]
    public void Should_hold_the_whole_catalogue()
    {
        Shipped.Rules.Questions.Count.ShouldBe(50);
        Shipped.Rules.Issues.Count.ShouldBe(90);
        Shipped.Rules.Rules.Count.ShouldBe(120);
        Shipped.Rules.Offices.Count.ShouldBe(20);
        Shipped.Rules.Requests.Count.ShouldBe(199);
    }

    [Theory]
    [InlineData("""{"equals":["shoe-size","42"]}""", "unknown question 'shoe-size'")]
    [InlineData("""{"equals":["gender","robot"]}""", "'robot' is no value of 'gender'")]
    [InlineData("""{"in":["nationality","@mars"]}""", "'@mars' is no value set")]
    [InlineData("""{"sometimes":["gender","woman"]}""", "unknown operator or wrong argument of 'sometimes'")]
    [InlineData("""{"atLeast":["gender",3]}""", "'atLeast' compares a number question with a number")]
    [InlineData("""{"before":["birth-date","18 years ago"]}""", "'before' compares a date question with a date or a duration such as -P18Y")]
    [InlineData("""{"all":[],"any":[]}""", "an expression is an object with exactly one operator, at most 12 deep")]
    [InlineData("""{"equals":["gender"]}""", "'equals' takes a question and a value")]
    public void Should_name_what_an_expression_gets_wrong(string condition, string error)
    {
        var documents = Change("eligibility", document => document["rules"]![0]!["condition"] = JsonNode.Parse(condition));
        RuleSetReader.Read(documents, Shipped.Lists).Errors.ShouldHaveSingleItem().ShouldBe($"rule {Shipped.Rules.Rules[0].Id}: {error}");
    }

    [Fact]
    public void Should_name_unknown_offices_requests_urgencies_and_doubles()
    {
        var documents = Change("issues", document =>
        {
            var issues = document["issues"]!.AsArray();
            var issue = issues[9]!.DeepClone();
            issue["offices"] = new JsonArray("moon");
            issue["requests"] = new JsonArray("moon.landing");
            issue["urgency"] = "whenever";
            issues.Add(issue);
        });
        var errors = RuleSetReader.Read(documents, Shipped.Lists).Errors;
        errors.ShouldContain(error => error.Contains("unknown office 'moon'", StringComparison.Ordinal));
        errors.ShouldContain(error => error.Contains("unknown request 'moon.landing'", StringComparison.Ordinal));
        errors.ShouldContain(error => error.Contains("unknown urgency 'whenever'", StringComparison.Ordinal));
        errors.ShouldContain(error => error.Contains("twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_refuse_a_document_of_another_form()
    {
        var documents = Shipped.Documents with { Issues = Shipped.Read("questions.json") };
        RuleSetReader.Read(documents, Shipped.Lists).Errors.ShouldHaveSingleItem().ShouldStartWith("issues: not in the form of the rules catalogue");
    }

    [Fact]
    public void Should_take_new_questions_issues_and_offices_as_they_come()
    {
        var documents = Change("questions", document => document["questions"]!.AsArray().Add(JsonNode.Parse(
            """{"code":"has-bicycle","type":"single","options":[{"code":"yes"},{"code":"no"}],"prefer_not_to_say":true,"show_if":null}""")));
        documents = documents with
        {
            Issues = Change("issues", document => document["issues"]!.AsArray().Add(JsonNode.Parse(
                """{"code":"mobility.bicycle","kind":"issue","when":{"equals":["has-bicycle","no"]},"offices":["bicycles"],"urgency":"low","requests":["bicycles.loan"]}"""))).Issues,
            Offices = Change("offices", document => document["offices"]!.AsArray().Add(JsonNode.Parse(
                """{"code":"bicycles","requests":[{"code":"bicycles.loan","documents":["identity"],"status_blind":true}]}"""))).Offices,
        };
        var (rules, errors) = RuleSetReader.Read(documents, Shipped.Lists);
        errors.ShouldBeEmpty();
        var assessment = Assess.Run(new RulesVersion(2, DateOnly.MinValue, RulesVersion.Approved, rules!), Shipped.Answers("""{"has-bicycle":"no"}"""), new DateOnly(2026, 11, 2), DateTimeOffset.UnixEpoch);
        var referral = assessment.Referrals.Single(proposal => proposal.Office is "bicycles");
        referral.Requests.ShouldBe(["bicycles.loan"]);
        referral.Documents.ShouldBe(["identity"]);
    }

    private static RuleDocuments Change(string document, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Shipped.Read(document + ".json").GetRawText())!.AsObject();
        change(json);
        var element = System.Text.Json.JsonSerializer.SerializeToElement(json);
        return document switch
        {
            "questions" => Shipped.Documents with { Questions = element },
            "issues" => Shipped.Documents with { Issues = element },
            "offices" => Shipped.Documents with { Offices = element },
            _ => Shipped.Documents with { Eligibility = element },
        };
    }
}
