using Cnaim.EndToEnd.Tests.Support;
using Cnaim.Screening.V1;
using Grpc.Core;
using Grpc.Net.Client;
using ScreeningClient = Cnaim.Screening.V1.Screening.ScreeningClient;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_partner_calls_by_gRPC(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(fixture.Platform.Handle.GatewayGrpc);

    [Fact]
    public async Task Should_screen_a_person_through_the_gateway()
    {
        var headers = await BearerAsync();
        var people = new People.PeopleClient(_channel);
        var screening = new ScreeningClient(_channel);
        var person = await people.RegisterAsync(new RegisterPersonRequest { Person = new Person { GivenNames = { "Peónia" } } }, headers, Deadline, Api.Cancellation);
        var interview = await screening.StartInterviewAsync(new StartInterviewRequest { PersonRef = person.Ref, Language = "por", Channel = "counter" }, headers, Deadline, Api.Cancellation);
        var answer = new Answer { Question = "residence-status", Single = true, Values = { "undocumented" } };
        await screening.SaveAnswersAsync(new SaveAnswersRequest { InterviewId = interview.Id, Answers = { answer } }, headers, Deadline, Api.Cancellation);

        var parts = new List<AssessmentPart>();
        using var call = screening.Assess(new AssessRequest { InterviewId = interview.Id }, headers, Deadline, Api.Cancellation);
        while (await call.ResponseStream.MoveNext(Api.Cancellation))
        {
            parts.Add(call.ResponseStream.Current);
        }

        parts[0].PartCase.ShouldBe(AssessmentPart.PartOneofCase.Header);
        parts.Where(part => part.Issue is not null).Select(part => part.Issue.Code).ShouldBe(["status.undocumented"]);
        parts.Where(part => part.Proposal is not null).Select(part => part.Proposal.Office).ShouldBe(["legal-support"]);
    }

    [Fact]
    public async Task Should_find_the_same_person_by_both_ways()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon, "Camarinha");

        var person = await new People.PeopleClient(_channel).GetAsync(new GetPersonRequest { PersonRef = personId }, await BearerAsync(), Deadline, Api.Cancellation);

        person.GivenNames.ShouldBe(["Camarinha"]);
    }

    [Fact]
    public async Task Should_refuse_a_call_without_a_token()
    {
        var people = new People.PeopleClient(_channel);

        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await people.GetAsync(new GetPersonRequest { PersonRef = "A" }, deadline: Deadline, cancellationToken: Api.Cancellation));

        refused.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    public void Dispose()
    {
        _channel.Dispose();
        _api.Dispose();
    }

    private static DateTime Deadline => DateTime.UtcNow.AddSeconds(10);

    private async Task<Metadata> BearerAsync() => new() { { "authorization", "Bearer " + await _api.TokenAsync(Api.Lisbon) } };
}
