using System.Net;
using System.Text.Json;
using Cnaim.Contracts.Commands;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_a_consent_is_withdrawn(OfficeNetwork network)
{
    private const string Screening = "screening";

    [Fact]
    public async Task Should_purge_what_the_receiver_got_and_confirm_it()
    {
        var (health, desk, agent, referral) = await StartAsync();
        var id = referral.GetProperty("id").GetGuid();

        await WithdrawAsync(referral);

        await agent.UntilAsync(id, "cancelled");
        var after = await ReadAsync(agent, id);
        after.GetProperty("statusReason").GetString().ShouldBe("consent-withdrawn");
        after.GetProperty("personId").ValueKind.ShouldBe(JsonValueKind.Null);
        after.GetProperty("categories").GetArrayLength().ShouldBe(0);
        (await health.TextsAsync("SELECT person_ref FROM case_file WHERE referral_id = @id", ("id", id))).ShouldBe([""]);
        (await health.TextsAsync("SELECT note FROM referral_timeline WHERE referral_id = @id", ("id", id))).ShouldAllBe(note => note == "");
        (await ConfirmationAsync(health, referral)).GetProperty("result").GetString().ShouldBe("purged");
        await ShouldTellItsOwnSystemAsync(health, referral, "cancelled");
        await desk.UntilAsync(id, "cancelled");
    }

    [Fact]
    public async Task Should_freeze_it_where_a_law_says_so_and_name_the_law()
    {
        var (health, _, agent, referral) = await StartAsync();
        var id = referral.GetProperty("id").GetGuid();
        var path = $"/v1/cases/{referral.GetProperty("caseId").GetGuid()}";
        using var file = await agent.LookAsync(path);
        using var kept = await agent.PutAsync(path + "/legal-basis", new { legalBasis = "Lei 15/2014" }, file.Headers.ETag.ShouldNotBeNull().Tag);
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);

        await WithdrawAsync(referral);

        await agent.UntilAsync(id, "cancelled");
        (await ReadAsync(agent, id)).GetProperty("personId").GetString().ShouldBe(referral.GetProperty("personId").GetString());
        var confirmation = await ConfirmationAsync(health, referral);
        confirmation.GetProperty("result").GetString().ShouldBe("frozen");
        confirmation.GetProperty("legalBasis").GetString().ShouldBe("Lei 15/2014");
    }

    [Fact]
    public async Task Should_only_drop_the_categories_that_were_withdrawn()
    {
        var (health, _, agent, referral) = await StartAsync();
        var id = referral.GetProperty("id").GetGuid();

        await WithdrawAsync(referral, "contact");

        await ConfirmationAsync(health, referral);
        var after = await ReadAsync(agent, id);
        after.GetProperty("status").GetString().ShouldBe("requested");
        after.GetProperty("categories").EnumerateArray().Select(category => category.GetString()).ShouldBe(["identity"]);
        after.GetProperty("personId").GetString().ShouldNotBeNull();
        await ShouldTellItsOwnSystemAsync(health, referral, "requested");
    }

    [Fact]
    public async Task Should_show_no_snapshot_any_more()
    {
        var (health, _, agent, referral) = await StartAsync();
        var id = referral.GetProperty("id").GetGuid();
        using var before = await agent.LookAsync($"/v1/referrals/{id}/snapshot");
        before.StatusCode.ShouldBe(HttpStatusCode.OK);

        await WithdrawAsync(referral);
        await agent.UntilAsync(id, "cancelled");
        using var refused = await agent.LookAsync($"/v1/referrals/{id}/snapshot");

        await refused.ProblemAsync(HttpStatusCode.Gone, "disclosure-ended");
        (await health.AuditedAsync(id.ToString())).ShouldContain("referral.snapshot-denied");
    }

    /// <summary>A system that fetched the disclosure has it: it is told, whatever became of the referral.</summary>
    private static async Task ShouldTellItsOwnSystemAsync(OfficeHost<HealthService> health, JsonElement referral, string status)
    {
        var told = (await health.SentAsync(DisclosureOf(referral), "all")).ShouldHaveSingleItem();
        told.Type.ShouldBe("pt.cnaim.disclosure.withdrawn.v1");
        (told.Body.GetProperty("referralId").GetGuid(), told.Body.GetProperty("status").GetString(), told.Body.GetProperty("receiver").GetString())
            .ShouldBe((referral.GetProperty("id").GetGuid(), status, "health"));
    }

    private Task WithdrawAsync(JsonElement referral, params string[] categories) => DisclosureOf(referral) is var disclosure
        ? network.SayAsync(Screening, "health", disclosure, new WithdrawDisclosure { DisclosureId = disclosure, Categories = categories, WithdrawnAt = TimeProvider.System.GetUtcNow() })
        : Task.CompletedTask;

    private static Guid DisclosureOf(JsonElement referral) => referral.GetProperty("disclosureId").GetGuid();

    private static async Task<JsonElement> ConfirmationAsync(OfficeHost<HealthService> health, JsonElement referral)
    {
        await Wait.UntilAsync(async () => (await health.SentAsync(DisclosureOf(referral), Screening)).Count == 1, "the confirmation");
        return (await health.SentAsync(DisclosureOf(referral), Screening))[0].Body;
    }

    private static async Task<JsonElement> ReadAsync(HttpClient agent, Guid id)
    {
        using var response = await agent.ReadAsync(id);
        return await response.JsonAsync(HttpStatusCode.OK);
    }

    private async Task<(OfficeHost<HealthService> Health, HttpClient Desk, HttpClient Agent, JsonElement Referral)> StartAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        var (desk, agent) = (reception.At("cnaim-lisboa", "reception"), health.At("cnaim-lisboa"));
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        return (health, desk, agent, await ReadAsync(agent, id));
    }
}
