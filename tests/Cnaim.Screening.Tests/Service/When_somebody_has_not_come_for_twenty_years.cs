using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_somebody_has_not_come_for_twenty_years(ScreeningPlatform platform)
{
    private const string Longest = "interval '241 months'";

    [Fact]
    public async Task Should_be_forgotten_with_name_and_references()
    {
        using var mediator = platform.Client();
        var person = await OldAsync(mediator);
        using var administrator = platform.Client(role: "administrator");

        (await DueAsync(administrator)).ShouldBe(1);
        (await RunAsync(administrator)).ShouldBe(1);

        (await DueAsync(administrator)).ShouldBe(0);
        (await mediator.SendAsync(HttpMethod.Get, "/v1/people/" + person.Ref)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM person WHERE person_id = $1 AND given_names = '{}'", person.Id)).ShouldBe(1);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM consent WHERE person_id = $1 AND status = 'active'", person.Id)).ShouldBe(0);
    }

    [Theory]
    [InlineData("UPDATE person SET updated_at = now() WHERE person_id = $1")]
    [InlineData("UPDATE person_centre SET since = now() WHERE person_id = $1")]
    [InlineData("UPDATE interview SET updated_at = now() WHERE person_id = $1")]
    [InlineData("UPDATE consent SET valid_to = now() WHERE person_id = $1")]
    [InlineData("UPDATE consent SET valid_from = now() WHERE person_id = $1")]
    [InlineData("UPDATE disclosure SET permitted_at = now() WHERE person_id = $1")]
    [InlineData("UPDATE process_referral SET updated_at = now() WHERE disclosure_id IN (SELECT disclosure_id FROM disclosure WHERE person_id = $1)")]
    [InlineData("UPDATE process_referral SET status = 'in-progress' WHERE disclosure_id IN (SELECT disclosure_id FROM disclosure WHERE person_id = $1)")]
    public async Task Should_be_kept_while_anything_is_younger_or_open(string young)
    {
        using var mediator = platform.Client();
        var person = await OldAsync(mediator);
        await platform.ExecuteAsync(young, person.Id);
        await ShouldStayAsync(mediator, person.Ref);
    }

    [Fact]
    public async Task Should_be_kept_after_an_emergency_access()
    {
        using var mediator = platform.Client();
        var person = await OldAsync(mediator);
        var record = (await mediator.SendAsync(HttpMethod.Get, "/v1/people/" + person.Ref)).Body;
        await mediator.PostAsync("/v1/emergency-access", new { processNumber = (string)record["processNumber"]!, reason = "violence", note = "heard it" });
        await ShouldStayAsync(mediator, person.Ref);
    }

    private async Task ShouldStayAsync(HttpClient mediator, string person)
    {
        using var administrator = platform.Client(role: "administrator");

        (await DueAsync(administrator)).ShouldBe(0);
        (await RunAsync(administrator)).ShouldBe(0);

        (await mediator.SendAsync(HttpMethod.Get, "/v1/people/" + person)).Status.ShouldBe(HttpStatusCode.OK);
    }

    // Everything that a person has here, and all of it so long ago; what other tests left is younger.
    private async Task<(string Ref, Guid Id)> OldAsync(HttpClient mediator)
    {
        var person = await mediator.RegisterAsync();
        await mediator.StartInterviewAsync(person);
        var consent = Guid.Parse(await mediator.ConsentAsync(person, ["health"]));
        var id = await platform.ScalarAsync<Guid>("SELECT person_id FROM consent WHERE consent_id = $1", consent);
        string[] ages =
        [
            "INSERT INTO disclosure (disclosure_id, person_id, consent_id, sender_office, sender_centre, receiver_office, receiver_centre, receiver_ref, purpose, categories, referral_id, request, issues, permitted_at, expires_at) "
                + $"SELECT gen_random_uuid(), person_id, consent_id, 'reception', 'cnaim-lisboa', 'health', 'cnaim-lisboa', 'r', 'resolve-issue', '{{}}', gen_random_uuid(), 'health.user-number', '{{}}', now() - {Longest}, now() FROM consent WHERE person_id = $1",
            $"INSERT INTO process_referral (disclosure_id, referral_id, sender, receiver, status, updated_at) SELECT disclosure_id, referral_id, 'reception@cnaim-lisboa', 'health@cnaim-lisboa', 'completed', now() - {Longest} FROM disclosure WHERE person_id = $1",
            $"UPDATE person SET updated_at = now() - {Longest} WHERE person_id = $1",
            $"UPDATE person_centre SET since = now() - {Longest} WHERE person_id = $1",
            $"UPDATE interview SET updated_at = now() - {Longest} WHERE person_id = $1",
            $"UPDATE consent SET valid_from = now() - {Longest}, valid_to = now() - {Longest} WHERE person_id = $1",
        ];
        foreach (var age in ages)
        {
            await platform.ExecuteAsync(age, id);
        }

        return (person, id);
    }

    private static async Task<long> DueAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri("/operator/retention", UriKind.Relative), TestContext.Current.CancellationToken)).EnumerateArray()
            .Single(line => line.GetProperty("category").ValueEquals("people")).GetProperty("due").GetInt64();

    private static async Task<int> RunAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri("/operator/retention/run", UriKind.Relative), new { runId = Guid.CreateVersion7(), category = "people" }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("changed").GetInt32();
    }
}
