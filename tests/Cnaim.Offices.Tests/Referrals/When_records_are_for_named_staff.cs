using System.Net;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Reception;
using Cnaim.VictimSupport;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_records_are_for_named_staff(OfficeNetwork network)
{
    private const string Lisbon = "cnaim-lisboa";

    private static string Request => ServiceCatalogue.Embedded.RequestsOf("victim-support")[0];

    [Fact]
    public async Task Should_show_what_arrives_only_to_who_may_name_staff()
    {
        var (office, _, id) = await ArriveAsync();
        using var coordinator = office.At(Lisbon, "coordinator");
        (await SeesAsync(office, "office-agent", id)).ShouldBe((false, false));
        (await SeesAsync(office, "coordinator", id)).ShouldBe((true, true));
        (await SeesAsync(office, "focal-point", id)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Should_belong_to_who_takes_it_and_to_nobody_else()
    {
        var (office, _, id) = await ArriveAsync();
        using var focal = office.At(Lisbon, "focal-point");
        await focal.MoveAsync(id, "accept");
        (await SeesAsync(office, "focal-point", id)).ShouldBe((true, true));
        (await SeesAsync(office, "coordinator", id)).ShouldBe((false, false));
        (await SeesAsync(office, "office-agent", id)).ShouldBe((false, false));
    }

    [Fact]
    public async Task Should_be_shared_with_whom_the_named_name()
    {
        var (office, _, id) = await ArriveAsync();
        using var focal = office.At(Lisbon, "focal-point");
        using var agent = office.At(Lisbon);
        var file = $"/v1/cases/{await CaseOfAsync(focal, id)}";
        using var refused = await agent.PostNewAsync(file + "/staff", new { staff = new[] { "office-agent-1" } });
        await refused.ProblemAsync(HttpStatusCode.NotFound, "not-found");

        await focal.DoAsync(file + "/staff", new { staff = new[] { "office-agent-1" } });

        (await SeesAsync(office, "office-agent", id)).ShouldBe((true, true));
        (await SeesAsync(office, "focal-point", id)).ShouldBe((true, true));
        (await SeesAsync(office, "coordinator", id)).ShouldBe((false, false));
        (await office.AuditedAsync(file["/v1/cases/".Length..])).ShouldContain("case.staff-named");
    }

    [Fact]
    public async Task Should_refuse_every_move_and_the_snapshot_as_if_it_were_missing()
    {
        var (office, _, id) = await ArriveAsync();
        using var agent = office.At(Lisbon);
        foreach (var action in new[] { "accept", "reject", "cancel", "send" })
        {
            using var refused = await agent.ActAsync(id, action, new { statusReason = "other" });
            using var missing = await agent.ActAsync(Guid.CreateVersion7(), action, new { statusReason = "other" });
            await refused.ProblemAsync(HttpStatusCode.NotFound, "not-found");
            await missing.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        using var snapshot = await agent.LookAsync($"/v1/referrals/{id}/snapshot");
        await snapshot.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        using var focal = office.At(Lisbon, "focal-point");
        using var file = await agent.LookAsync($"/v1/cases/{await CaseOfAsync(focal, id)}");
        await file.ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Should_keep_what_the_office_opens_and_sends_with_who_did()
    {
        var office = await network.StartAsync<VictimSupportService>("victim-support");
        await network.StartAsync<HealthService>("health");
        using var agent = office.At(Lisbon);
        using var coordinator = office.At(Lisbon, "coordinator");
        var file = await agent.OpenCaseAsync(Request);
        var sent = await agent.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        using var seen = await agent.LookAsync($"/v1/cases/{file}");
        using var hidden = await coordinator.LookAsync($"/v1/cases/{file}");
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await agent.StatusAsync(sent)).ShouldNotBeNull();
        (await coordinator.StatusAsync(sent)).ShouldBeNull();
        (await IdsAsync(coordinator, "/v1/referrals?direction=sent&limit=200")).ShouldNotContain(sent);
        (await IdsAsync(coordinator, "/v1/cases?limit=200")).ShouldNotContain(file);
        (await IdsAsync(agent, "/v1/cases?limit=200")).ShouldContain(file);
    }

    [Fact]
    public async Task Should_be_called_specialised_support_by_who_sends_to_it_and_by_who_gets_from_it()
    {
        var (office, desk, id) = await ArriveAsync();
        using var agent = office.At(Lisbon);
        var health = await network.StartAsync<HealthService>("health");
        using var doctor = health.At(Lisbon);
        var onward = await agent.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.mental-health"));
        await doctor.UntilAsync(onward, "requested");
        using var focal = office.At(Lisbon, "focal-point");
        await focal.MoveAsync(id, "accept");
        await desk.UntilAsync(id, "accepted");
        foreach (var (client, path) in new[]
        {
            (desk, $"/v1/referrals/{id}"), (desk, "/v1/referrals?direction=sent&limit=200"), (doctor, $"/v1/referrals/{onward}"), (doctor, "/v1/referrals?limit=200"),
        })
        {
            using var response = await client.LookAsync(path);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            text.ShouldContain("specialised-support");
            text.ShouldNotContain("victim");
        }

        (await IdsAsync(desk, $"/v1/referrals?direction=sent&request={Request}&limit=200")).ShouldBeEmpty();
        var moved = await desk.MoveAsync(id, "cancel", new { statusReason = "client-declined" });
        moved.GetRawText().ShouldNotContain("victim");
    }

    [Fact]
    public async Task Should_not_be_offered_where_records_are_the_whole_offices()
    {
        var health = await network.StartAsync<HealthService>("health");
        using var agent = health.At(Lisbon);
        using var refused = await agent.PostNewAsync($"/v1/cases/{await agent.OpenCaseAsync("health.user-number")}/staff", new { staff = new[] { "x" } });
        await refused.ProblemAsync(HttpStatusCode.Conflict, "not-restricted");
    }

    private async Task<(OfficeHost<VictimSupportService> Office, HttpClient Desk, Guid Id)> ArriveAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var office = await network.StartAsync<VictimSupportService>("victim-support");
        var desk = reception.At(Lisbon, "reception");
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "victim-support", Request));
        using var focal = office.At(Lisbon, "focal-point");
        await focal.UntilAsync(id, "requested");
        return (office, desk, id);
    }

    /// <summary>By its id, and in the list.</summary>
    private static async Task<(bool ById, bool Listed)> SeesAsync(OfficeHost<VictimSupportService> office, string role, Guid id)
    {
        using var client = office.At(Lisbon, role);
        return (await client.StatusAsync(id) is not null, (await IdsAsync(client, "/v1/referrals?limit=200")).Contains(id));
    }

    private static async Task<List<Guid>> IdsAsync(HttpClient client, string path)
    {
        using var response = await client.LookAsync(path);
        return [.. (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
    }

    private static async Task<Guid> CaseOfAsync(HttpClient client, Guid referral)
    {
        using var response = await client.ReadAsync(referral);
        return (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("caseId").GetGuid();
    }
}
