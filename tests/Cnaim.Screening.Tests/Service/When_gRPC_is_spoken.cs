using Cnaim.Screening.V1;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_gRPC_is_spoken(ScreeningPlatform platform)
{
    private CallInvoker Desk => platform.Channel("reception", "cnaim-lisboa", "mediator");

    [Fact]
    public async Task Should_hold_the_same_interview_as_HTTP()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var person = await new V1.People.PeopleClient(Desk).RegisterAsync(new RegisterPersonRequest { Person = new Person { GivenNames = { "Jacarandá" }, Birth = "1994" } }, cancellationToken: cancellation);
        var client = new V1.Screening.ScreeningClient(Desk);
        var interview = await client.StartInterviewAsync(new StartInterviewRequest { PersonRef = person.Ref, Language = "por", Channel = "counter", Date = "2026-11-02" }, cancellationToken: cancellation);
        var save = new SaveAnswersRequest { InterviewId = interview.Id };
        save.Answers.Add(new V1.Answer { Question = "children-under-18", Values = { "2" }, Single = true });
        save.Answers.Add(new V1.Answer { Question = "work-problems", Values = { "unpaid-wages" } });
        (await client.SaveAnswersAsync(save, cancellationToken: cancellation)).Answers.Count.ShouldBe(2);
        using var call = client.Assess(new AssessRequest { InterviewId = interview.Id }, cancellationToken: cancellation);
        var parts = new List<AssessmentPart>();
        await foreach (var part in call.ResponseStream.ReadAllAsync(cancellation))
        {
            parts.Add(part);
        }

        parts[0].PartCase.ShouldBe(AssessmentPart.PartOneofCase.Header);
        parts.Count(part => part.PartCase is AssessmentPart.PartOneofCase.Eligibility).ShouldBe(120);
        parts.ShouldContain(part => part.Issue != null && part.Issue.Code == "labour.unpaid-wages");
        parts.ShouldContain(part => part.Proposal != null && part.Proposal.Office == "labour-conditions");
        using var http = platform.Client();
        (await http.SendAsync(HttpMethod.Get, $"/v1/interviews/{interview.Id}")).Body["answers"]!.ToJsonString().ShouldBe("""{"children-under-18":2,"work-problems":["unpaid-wages"]}""");
    }

    [Fact]
    public async Task Should_name_the_problem_in_the_trailers()
    {
        var client = new V1.Screening.ScreeningClient(Desk);
        var refused = await Should.ThrowAsync<RpcException>(async () => await client.GetInterviewAsync(new GetInterviewRequest { InterviewId = Guid.NewGuid().ToString() }));
        refused.StatusCode.ShouldBe(StatusCode.NotFound);
        refused.Trailers.GetValue("cnaim-problem").ShouldBe("interview-not-found");
    }

    [Fact]
    public async Task Should_not_let_the_register_be_tried_out_by_name()
    {
        var client = new V1.People.PeopleClient(platform.Channel("education", "cnaim-beja", "mediator"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => SearchAsync(client, $"Amendoeira {number}")));

        answers.Count(refusal => refusal is null).ShouldBeGreaterThanOrEqualTo(20);
        var refused = answers.First(refusal => refusal is not null)!;
        refused.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refused.Trailers.GetValue("cnaim-problem").ShouldBe("too-many-searches");
        using var http = platform.Client("education", "cnaim-beja");
        (await http.SendAsync(HttpMethod.Post, "/v1/people/search", """{"name":"Amendoeira"}""")).Status.ShouldBe(System.Net.HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Should_let_only_the_right_roles_in()
    {
        var auditor = new V1.Screening.ScreeningClient(platform.Channel("identity", "cnaim-lisboa", "auditor"));
        (await Should.ThrowAsync<RpcException>(async () => await auditor.GetInterviewAsync(new GetInterviewRequest { InterviewId = Guid.NewGuid().ToString() }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var mediator = new V1.Screening.ScreeningClient(Desk);
        (await Should.ThrowAsync<RpcException>(async () => await mediator.ApproveRulesAsync(new ApproveRulesRequest { Version = "1" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var people = new V1.People.PeopleClient(platform.Channel("identity", "cnaim-lisboa", "auditor"));
        (await Should.ThrowAsync<RpcException>(async () => await people.SearchAsync(new SearchPeopleRequest { Name = "Amina" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static async Task<RpcException?> SearchAsync(V1.People.PeopleClient client, string name)
    {
        try
        {
            await client.SearchAsync(new SearchPeopleRequest { Name = name }, cancellationToken: TestContext.Current.CancellationToken);
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }
}
