using System.Net;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_an_interview_is_held(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_merge_answers_and_say_what_to_ask_next()
    {
        using var client = platform.Client();
        var path = $"/v1/interviews/{await client.StartInterviewAsync(await client.RegisterAsync())}";
        await client.SendAsync(HttpMethod.Put, path + "/answers", """{"gender":"woman","children-under-18":2,"residence-status":"prefer-not-to-say"}""", key: null);
        await client.SendAsync(HttpMethod.Put, path + "/answers", """{"gender":null,"children-under-18":0}""", key: null);
        var (status, interview, headers) = await client.SendAsync(HttpMethod.Get, path);
        status.ShouldBe(HttpStatusCode.OK);
        interview["answers"]!.ToJsonString().ShouldBe("""{"children-under-18":0,"residence-status":"prefer-not-to-say"}""");
        var next = interview["nextQuestions"]!.AsArray().Select(code => (string)code!).ToArray();
        next.ShouldContain("gender");
        next.ShouldNotContain("children-situation");
        headers.ETag!.Tag.ShouldBe("\"3\"");
    }

    [Fact]
    public async Task Should_save_all_answers_or_none_and_name_each_wrong_one()
    {
        using var client = platform.Client();
        var path = $"/v1/interviews/{await client.StartInterviewAsync(await client.RegisterAsync())}";
        var (status, problem, _) = await client.SendAsync(HttpMethod.Put, path + "/answers", """{"gender":"woman","literacy":"somewhat","shoe-size":42}""", key: null);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Code().ShouldBe("answers-invalid");
        problem.Errors().ShouldBe(["literacy", "shoe-size"]);
        (await client.SendAsync(HttpMethod.Get, path)).Body["answers"]!.AsObject().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Should_refuse_a_stale_tag()
    {
        using var client = platform.Client();
        var path = $"/v1/interviews/{await client.StartInterviewAsync(await client.RegisterAsync())}/answers";
        (await client.SendAsync(HttpMethod.Put, path, """{"gender":"woman"}""", ifMatch: "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.SendAsync(HttpMethod.Put, path, """{"gender":"man"}""", ifMatch: "\"1\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Should_lose_no_answer_of_two_at_once()
    {
        using var client = platform.Client();
        var path = $"/v1/interviews/{await client.StartInterviewAsync(await client.RegisterAsync())}";
        string[] answers = ["""{"gender":"woman"}""", """{"literacy":"reads-a-little"}""", """{"birth-date":"1990"}""", """{"household-size":3}""", """{"pregnancy":"no"}"""];
        await Task.WhenAll(answers.Select(answer => client.SendAsync(HttpMethod.Put, path + "/answers", answer, key: null)));
        (await client.SendAsync(HttpMethod.Get, path)).Body["answers"]!.AsObject().Count.ShouldBe(5);
    }

    [Fact]
    public async Task Should_be_nothing_to_another_centre()
    {
        using var client = platform.Client();
        using var porto = platform.Client(centre: "cnaim-porto");
        var path = $"/v1/interviews/{await client.StartInterviewAsync(await client.RegisterAsync())}";
        (await porto.SendAsync(HttpMethod.Get, path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await porto.SendAsync(HttpMethod.Put, path + "/answers", """{"gender":"woman"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await porto.SendAsync(HttpMethod.Post, path + "/assessment", "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_keep_answers_unreadable_in_the_database()
    {
        using var client = platform.Client();
        var interview = await client.StartInterviewAsync(await client.RegisterAsync());
        await client.AnswerAsync(interview, new Dictionary<string, string>(StringComparer.Ordinal) { ["residence-status"] = "undocumented" });
        await using var command = platform.Database.CreateCommand("SELECT encode(answers, 'escape') FROM interview WHERE interview_id = $1");
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = Guid.Parse(interview) });
        ((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldNotContain("undocumented");
    }

    [Fact]
    public async Task Should_list_what_to_find_out_but_not_what_was_declined()
    {
        using var client = platform.Client();
        var interview = await client.StartInterviewAsync(await client.RegisterAsync());
        await client.AnswerAsync(interview, new Dictionary<string, string>(StringComparer.Ordinal) { ["residence-status"] = "prefer-not-to-say", ["entry-route"] = "dont-know" });
        var assessment = await client.PostAsync($"/v1/interviews/{interview}/assessment", new { }, HttpStatusCode.OK);
        var find = assessment["eligibility"]!.AsArray().SelectMany(outcome => outcome!["findOut"]!.AsArray()).Select(code => (string)code!).ToHashSet(StringComparer.Ordinal);
        find.ShouldContain("entry-route");
        find.ShouldContain("birth-date");
        find.ShouldNotContain("residence-status");
    }

    [Theory]
    [InlineData("""{"personId":"P","language":"pt","channel":"counter"}""", "language")]
    [InlineData("""{"personId":"P","language":"por","channel":"pigeon"}""", "channel")]
    public async Task Should_name_what_is_wrong_with_its_start(string body, string member)
    {
        using var client = platform.Client();
        var (status, problem, _) = await client.SendAsync(HttpMethod.Post, "/v1/interviews", body);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Errors().ShouldBe([member]);
    }
}
