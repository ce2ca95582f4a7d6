using System.Net;
using Dapper;
using Npgsql;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_consent_has_a_state(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_permit_nothing_while_it_is_a_draft()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var draft = await DraftAsync(client, person);
        (await platform.DecideAsync(person)).Denial.Code.ShouldBe("consent-missing");

        ((string)(await client.PostAsync($"/v1/consents/{draft}/activate", new { }, HttpStatusCode.OK))["status"]!).ShouldBe("active");
        (await platform.DecideAsync(person)).Permit.ShouldNotBeNull();
        var again = await client.PostAsync($"/v1/consents/{draft}/activate", new { }, HttpStatusCode.Conflict);
        again.Code().ShouldBe("consent-not-draft");
    }

    [Fact]
    public async Task Should_not_become_active_after_it_was_withdrawn()
    {
        using var client = platform.Client();
        var draft = await DraftAsync(client, await client.RegisterAsync());
        ((string)(await client.PostAsync($"/v1/consents/{draft}/withdraw", new { }, HttpStatusCode.OK))["status"]!).ShouldBe("inactive");
        await client.PostAsync($"/v1/consents/{draft}/activate", new { }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Should_end_for_one_receiver_and_go_on_for_the_other()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var consent = await client.ConsentAsync(person, ["health", "tax"]);
        var permit = (await platform.DecideAsync(person)).Permit.DisclosureId;
        (await client.PostAsync($"/v1/consents/{consent}/withdraw", new { recipients = new[] { "tax", "borders" } }, HttpStatusCode.UnprocessableEntity)).Code().ShouldBe("consent-invalid");

        (await client.PostAsync($"/v1/consents/{consent}/withdraw", new { recipients = new[] { "tax" } }, HttpStatusCode.OK))["recipients"]!.ToJsonString().ShouldBe("""["health"]""");
        (await platform.ScalarAsync<long>("SELECT count(*) FROM disclosure WHERE disclosure_id = $1 AND withdrawn_at IS NULL", Guid.Parse(permit))).ShouldBe(1);

        var after = await client.PostAsync($"/v1/consents/{consent}/withdraw", new { recipients = new[] { "health" } }, HttpStatusCode.OK);
        ((string)after["status"]!).ShouldBe("inactive");
        await platform.ShouldNotFetchAsync("health", permit);
    }

    [Fact]
    public async Task Should_end_for_both_when_each_is_withdrawn_from_at_the_same_moment()
    {
        using var client = platform.Client();
        var consent = await client.ConsentAsync(await client.RegisterAsync(), ["health", "tax"]);
        await using var owner = NpgsqlDataSource.Create(platform.Servers.Postgres.Databases.OwnerConnectionString("screening"));
        await using var holding = await owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var held = await holding.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await holding.ExecuteAsync("SELECT 1 FROM consent WHERE consent_id = @id FOR UPDATE", new { id = Guid.Parse(consent) });
        var both = new[] { "health", "tax" }.Select(office => client.PostAsync($"/v1/consents/{consent}/withdraw", new { recipients = new[] { office } }, HttpStatusCode.OK)).ToArray();
        await platform.UntilWaitingAsync(2);
        await held.CommitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(both);

        (await platform.ScalarAsync<string>("SELECT status FROM consent WHERE consent_id = $1", Guid.Parse(consent))).ShouldBe("inactive");
    }

    [Fact]
    public async Task Should_tell_the_receiver_when_it_was_a_mistake()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var consent = await client.ConsentAsync(person, ["health"]);
        var permit = (await platform.DecideAsync(person)).Permit.DisclosureId;
        ((string)(await client.PostAsync($"/v1/consents/{consent}/enter-in-error", new { }, HttpStatusCode.OK))["status"]!).ShouldBe("entered-in-error");
        await platform.ShouldNotFetchAsync("health", permit);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM messaging.sent_event WHERE audience = 'health' AND stream_id = $1", Guid.Parse(permit))).ShouldBe(1);
        ((string)(await client.PostAsync($"/v1/consents/{consent}/withdraw", new { }, HttpStatusCode.OK))["status"]!).ShouldBe("entered-in-error");
    }

    [Fact]
    public async Task Should_be_called_a_mistake_only_by_the_office_that_recorded_it()
    {
        using var client = platform.Client();
        using var health = platform.Client("health", role: "office-agent");
        var consent = await client.ConsentAsync(await client.RegisterAsync(), ["health"]);
        (await health.PostAsync($"/v1/consents/{consent}/enter-in-error", new { }, HttpStatusCode.NotFound)).Code().ShouldBe("consent-not-found");
        (await health.PostAsync($"/v1/consents/{consent}/activate", new { }, HttpStatusCode.NotFound)).Code().ShouldBe("consent-not-found");
    }

    private static async Task<string> DraftAsync(HttpClient client, string personId) => (string)(await client.PostAsync("/v1/consents", new
    {
        personId,
        recipients = new[] { "health" },
        purposes = new[] { "resolve-issue" },
        categories = new[] { "identity", "contact" },
        status = "draft",
        validTo = "2099-12-31",
        language = "por",
        evidence = "signature",
    }))["id"]!;
}
