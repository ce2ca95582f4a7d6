using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_answers_are_wrong(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    [Theory]
    [InlineData("""{"shoe-size":41}""", "shoe-size")]
    [InlineData("""{"gender":"martian"}""", "gender")]
    [InlineData("""{"gender":["woman"]}""", "gender")]
    [InlineData("""{"children-under-18":"two"}""", "children-under-18")]
    [InlineData("""{"children-under-18":-1}""", "children-under-18")]
    [InlineData("""{"children-under-18":1.5}""", "children-under-18")]
    [InlineData("""{"documents-held":"niss"}""", "documents-held")]
    [InlineData("""{"documents-held":["niss","library-card"]}""", "documents-held")]
    [InlineData("""{"documents-held":["none","niss"]}""", "documents-held")]
    [InlineData("""{"birth-date":"2001-02-29"}""", "birth-date")]
    [InlineData("""{"birth-date":"tomorrow"}""", "birth-date")]
    [InlineData("""{"permit-expiry":"2027"}""", "permit-expiry")]
    [InlineData("""{"nationality":["ZZ"]}""", "nationality")]
    [InlineData("""{"languages-spoken":["xx-klingon"]}""", "languages-spoken")]
    [InlineData("""{"municipality":"Atlantis"}""", "municipality")]
    [InlineData("""{"consent-referral":"prefer-not-to-say"}""", "consent-referral")]
    [InlineData("""{"gender":"dont-know"}""", "gender")]
    [InlineData("""{"gender":{"is":"woman"}}""", "gender")]
    [InlineData("""{"gender":true}""", "gender")]
    [InlineData("""{"children-under-18":0,"literacy":"reads-writes-well","gender":"martian","shoe-size":41}""", "gender", "shoe-size")]
    public async Task Should_name_each_and_save_none(string answers, params string[] wrong)
    {
        var interviewId = await _api.InterviewAsync(Api.Lisbon, await _api.RegisterAsync(Api.Lisbon));
        var path = $"{ApiSteps.Interviews}/{interviewId}";

        var reply = await _api.PutAsync(Api.Lisbon, path + "/answers", JsonNode.Parse(answers)!);

        reply.ShouldBeProblem(422, "answers-invalid");
        reply.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(wrong, ignoreOrder: true);
        (await _api.GetAsync(Api.Lisbon, path)).ShouldBe(HttpStatusCode.OK).Json["answers"]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_keep_what_was_saved_before()
    {
        var interviewId = await _api.InterviewAsync(Api.Lisbon, await _api.RegisterAsync(Api.Lisbon));
        var path = $"{ApiSteps.Interviews}/{interviewId}";
        (await _api.PutAsync(Api.Lisbon, path + "/answers", new JsonObject { ["gender"] = "woman", ["children-under-18"] = 2 })).ShouldBe(HttpStatusCode.OK);

        (await _api.PutAsync(Api.Lisbon, path + "/answers", new JsonObject { ["gender"] = "man", ["children-under-18"] = "2" })).ShouldBeProblem(422, "answers-invalid");

        var answers = (await _api.GetAsync(Api.Lisbon, path)).Json["answers"]!;
        (answers["gender"]!.ToString(), answers["children-under-18"]!.GetValue<int>()).ShouldBe(("woman", 2));
    }

    [Fact]
    public async Task Should_refuse_answers_over_a_stale_version()
    {
        var interviewId = await _api.InterviewAsync(Api.Lisbon, await _api.RegisterAsync(Api.Lisbon));
        var path = $"{ApiSteps.Interviews}/{interviewId}";
        var first = (await _api.GetAsync(Api.Lisbon, path)).ETag;
        first.ShouldNotBeNull();
        (await _api.PutAsync(Api.Lisbon, path + "/answers", new JsonObject { ["gender"] = "woman" }, first)).ShouldBe(HttpStatusCode.OK);

        (await _api.PutAsync(Api.Lisbon, path + "/answers", new JsonObject { ["gender"] = "man" }, first)).ShouldBeProblem(412, "stale-version");

        (await _api.GetAsync(Api.Lisbon, path)).Json["answers"]!["gender"]!.ToString().ShouldBe("woman");
    }

    public void Dispose() => _api.Dispose();
}
