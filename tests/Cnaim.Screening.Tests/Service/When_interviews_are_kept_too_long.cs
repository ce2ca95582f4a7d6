using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_interviews_are_kept_too_long(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_go_and_leave_the_young_ones()
    {
        using var administrator = platform.Client(role: "administrator");
        await RunAsync(administrator); // What other tests made old.
        using var mediator = platform.Client();
        var person = await mediator.RegisterAsync();
        var (old, young) = (await mediator.StartInterviewAsync(person), await mediator.StartInterviewAsync(person));
        var erased = await ErasedAsync();
        await platform.ExecuteAsync("UPDATE interview SET updated_at = now() - interval '61 months' WHERE interview_id = $1", Guid.Parse(old));

        (await DueAsync(administrator)).ShouldBe(1);
        (await RunAsync(administrator)).ShouldBe(1);

        (await DueAsync(administrator)).ShouldBe(0);
        (await mediator.SendAsync(HttpMethod.Get, "/v1/interviews/" + old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mediator.SendAsync(HttpMethod.Get, "/v1/interviews/" + young)).Status.ShouldBe(HttpStatusCode.OK);
        (await ErasedAsync()).ShouldBe(erased + 1);
    }

    private Task<long> ErasedAsync() => platform.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'retention.erased' AND record_id = 'interviews'");

    private static async Task<long> DueAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri("/operator/retention", UriKind.Relative), TestContext.Current.CancellationToken)).EnumerateArray()
            .Single(line => line.GetProperty("category").ValueEquals("interviews")).GetProperty("due").GetInt64();

    private static async Task<int> RunAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri("/operator/retention/run", UriKind.Relative), new { runId = Guid.CreateVersion7(), category = "interviews" }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("changed").GetInt32();
    }
}
