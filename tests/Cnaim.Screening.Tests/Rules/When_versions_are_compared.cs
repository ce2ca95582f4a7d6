using System.Text.Json;
using System.Text.Json.Nodes;
using Cnaim.Screening.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Rules;

public sealed class When_versions_are_compared
{
    [Fact]
    public void Should_find_nothing_between_equal_documents_however_they_are_written() =>
        CompareRules.Run(Shipped.Documents, Shipped.Documents with { Eligibility = JsonDocument.Parse(JsonNode.Parse(Shipped.Documents.Eligibility.GetRawText())!.ToJsonString()).RootElement }).ShouldBeEmpty();

    [Fact]
    public void Should_name_what_came_what_went_and_what_is_another()
    {
        var documents = Change(Shipped.Documents.Issues, document =>
        {
            var issues = document["issues"]!.AsArray();
            var added = issues[0]!.DeepClone();
            added["code"] = "test.added";
            issues.RemoveAt(0);
            issues[0]!["urgency"] = "immediate";
            issues.Add(added);
        });
        var found = CompareRules.Run(Shipped.Documents, Shipped.Documents with { Issues = documents });
        found.Select(difference => (difference.Kind, difference.Change, difference.Code)).ShouldBe(
        [
            ("issue", "changed", Shipped.Rules.Issues[1].Code),
            ("issue", "added", "test.added"),
            ("issue", "removed", Shipped.Rules.Issues[0].Code),
        ]);
        var member = found[0].Members.ShouldHaveSingleItem();
        (member.Member, member.After!.En, member.After.Pt).ShouldBe(("urgency", "immediate", "imediata"));
        member.Before!.En.ShouldNotBe("immediate");
        found[1].Members.ShouldAllBe(one => one.Before == null && one.After != null);
        found[2].Members.ShouldAllBe(one => one.Before != null && one.After == null);
    }

    [Fact]
    public void Should_say_a_condition_in_words_of_both_languages()
    {
        var rules = Change(Shipped.Documents.Eligibility, document => document["rules"]![0]!["condition"] = JsonNode.Parse(
            """{"all":[{"not":{"in":["nationality","@eu-other"]}},{"any":[{"equals":["literacy","reads-a-little"]},{"atLeast":["contribution-months",12]}]}]}"""));
        var member = CompareRules.Run(Shipped.Documents, Shipped.Documents with { Eligibility = rules }).ShouldHaveSingleItem().Members.ShouldHaveSingleItem();
        member.Member.ShouldBe("condition");
        member.After!.Pt.ShouldStartWith("não («Que nacionalidade(s) tem?» é um de: EU Member States other than Portugal) e («Como se sente a ler e escrever?» é Leio um pouco ou «");
        member.After.En.ShouldStartWith("not («Which nationality or nationalities do you hold?» is one of: EU Member States other than Portugal) and («How comfortable are you reading and writing?» is I read a little or «");
        member.After.En.ShouldEndWith("» ≥ 12)");
    }

    [Theory]
    [InlineData("questions", "question", "prefer_not_to_say", "true", "yes")]
    [InlineData("questions", "question", "options", """[{"code":"x","label":{"pt":"Xis","en":"Ex"}}]""", "Ex (x)")]
    [InlineData("questions", "question", "anything-new", """[1,{"a":"ã"}]""", """1; {"a":"ã"}""")]
    public void Should_leave_no_member_out(string list, string kind, string member, string value, string words)
    {
        var questions = Change(Shipped.Documents.Questions, document => document[list]![3]![member] = JsonNode.Parse(value));
        var before = Change(Shipped.Documents.Questions, document => document[list]![3]!.AsObject().Remove(member));
        var found = CompareRules.Run(Shipped.Documents with { Questions = before }, Shipped.Documents with { Questions = questions }).ShouldHaveSingleItem();
        (found.Kind, found.Members[0].Member, found.Members[0].Before, found.Members[0].After!.En).ShouldBe((kind, member, null, words));
    }

    [Fact]
    public void Should_see_a_value_set_and_a_request_change()
    {
        var questions = Change(Shipped.Documents.Questions, document => document["value_sets"]!["eu-other"]!["values"] = new JsonArray("AT"));
        var offices = Change(Shipped.Documents.Offices, document => document["offices"]![0]!["requests"]![0]!["documents"] = new JsonArray("identity"));
        CompareRules.Run(Shipped.Documents, Shipped.Documents with { Questions = questions, Offices = offices }).Select(difference => difference.Kind).ShouldBe(["value-set", "request"]);
    }

    [Fact]
    public void Should_compare_with_the_approved_version_that_it_takes_over_from()
    {
        RulesVersion first = Version(1, 2020, RulesVersion.Approved), later = Version(2, 2030, RulesVersion.Approved), draft = Version(3, 2027, RulesVersion.Draft), again = Version(4, 2027, RulesVersion.Draft);
        RulesVersion[] all = [first, later, draft, again];
        CompareRules.Predecessor(first, all).ShouldBeNull();
        CompareRules.Predecessor(again, all).ShouldBe(first);
        CompareRules.Predecessor(later, all).ShouldBe(first);
        CompareRules.Predecessor(Version(5, 2030, RulesVersion.Draft), all).ShouldBe(later);
    }

    [Fact]
    public void Should_let_nobody_approve_what_he_loaded_himself()
    {
        var draft = Version(2, 2030, RulesVersion.Draft) with { LoadedBy = "one" };
        LoadRules.CheckApproval(draft, "one")!.Code.ShouldBe("rules-second-person-needed");
        LoadRules.CheckApproval(draft, "other").ShouldBeNull();
        LoadRules.CheckApproval(draft with { Status = RulesVersion.Approved }, "one").ShouldBeNull();
    }

    private static RulesVersion Version(int number, int year, string status) => new(number, new DateOnly(year, 1, 1), status, Shipped.Rules);

    private static JsonElement Change(JsonElement document, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(document.GetRawText())!;
        change(node);
        return JsonDocument.Parse(node.ToJsonString()).RootElement;
    }
}
