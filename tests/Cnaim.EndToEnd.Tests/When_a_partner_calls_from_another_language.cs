using System.Text.Json;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

/// <summary>A partner's own client screens a person: grpc-js with proto-loader, a token of its own, and the published protocol.</summary>
public sealed class When_a_partner_calls_from_another_language(GrpcJsPartner partner) : IClassFixture<GrpcJsPartner>
{
    [Fact]
    public void Should_hold_an_interview()
    {
        Code("person").ShouldBe("OK", partner["person"].ToString());
        Code("started").ShouldBe("OK", partner["started"].ToString());
        var saved = partner["saved"].GetProperty("reply").GetProperty("answers")[0];
        (Text(saved, "question"), saved.GetProperty("single").GetBoolean(), saved.GetProperty("values")[0].GetString()).ShouldBe(("residence-status", true, "undocumented"));
    }

    [Fact]
    public void Should_get_the_assessment_message_by_message_in_its_order()
    {
        var parts = partner["assessed"].GetProperty("parts").EnumerateArray().Select(part => part.EnumerateObject().Single()).ToList();

        Code("assessed").ShouldBe("OK");
        List<string> order = ["header", "issue", "arrangement", "eligibility", "proposal"];
        parts.Select(part => order.IndexOf(part.Name)).ShouldBeInOrder();
        parts.Count(part => part.Name is "header").ShouldBe(1);
        parts.Count(part => part.Name is "eligibility").ShouldBeGreaterThan(100);
        parts.Where(part => part.Name is "issue").Select(part => Text(part.Value, "code")).ShouldBe(["status.undocumented"]);
        parts.Where(part => part.Name is "proposal").Select(part => Text(part.Value, "office")).ShouldBe(["legal-support"]);
    }

    [Fact]
    public void Should_end_what_is_cancelled_or_late_and_go_on()
    {
        Code("cancelled").ShouldBe("CANCELLED");
        partner["cancelled"].GetProperty("parts").GetArrayLength().ShouldBe(1);
        Code("late").ShouldBe("DEADLINE_EXCEEDED");
        Code("after").ShouldBe("OK", partner["after"].ToString());
    }

    [Theory]
    [InlineData("unknown", "NOT_FOUND", "interview-not-found")]
    [InlineData("wrong", "INVALID_ARGUMENT", "answers-invalid")]
    public void Should_be_told_the_problem_where_its_library_looks(string call, string code, string problem)
    {
        Code(call).ShouldBe(code);
        var rich = partner[call].GetProperty("rich");
        Text(rich, "code").ShouldBe(code);
        var info = rich.GetProperty("details")[0];
        (Text(info, "domain"), Text(info, "reason")).ShouldBe(("urn:cnaim:problem", problem));
    }

    [Fact]
    public void Should_be_told_which_answer_is_wrong()
    {
        var violation = partner["wrong"].GetProperty("rich").GetProperty("details")[1].GetProperty("fieldViolations")[0];

        Text(violation, "field").ShouldBe("residence-status");
        Text(violation, "description").ShouldContain("lost");
    }

    [Fact]
    public void Should_be_refused_without_a_token_and_beyond_its_rights()
    {
        Code("anonymous").ShouldBe("UNAUTHENTICATED");
        Code("forbidden").ShouldBe("PERMISSION_DENIED");
    }

    [Fact]
    public void Should_be_told_that_a_message_is_too_large()
    {
        Code("large").ShouldBe("INVALID_ARGUMENT", partner["large"].ToString());
        Code("oversize").ShouldBe("RESOURCE_EXHAUSTED", partner["oversize"].ToString());
    }

    private string Code(string call) => Text(partner[call], "code");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
