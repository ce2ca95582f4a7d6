using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Contracts.Commands;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;
using Cnaim.Testing;
using Npgsql;

namespace Cnaim.Offices.Tests.Appointments;

public sealed class When_a_person_with_appointments_is_forgotten(OfficeNetwork network)
{
    private const string Centre = "cnaim-lisboa";
    private const string Screening = "screening";

    [Fact]
    public async Task Should_name_nobody_any_more_and_free_what_lies_ahead()
    {
        var (health, agent, calendar) = await StartAsync("erased");
        var (free, person) = (await agent.FreeAsync(calendar), ReferralApi.NewPerson());
        var (ahead, past) = ((await agent.BookAsync(AppointmentApi.Wish(free[0], calendar, person))).Id(), (await agent.BookAsync(AppointmentApi.Wish(free[1], calendar, person))).Id());
        await health.AgeAsync(past, days: 21);
        await agent.DoAsync($"/v1/appointments/{past}/attended");
        using var listed = await agent.LookAsync("/v1/appointments?person=" + person);
        listed.StatusCode.ShouldBe(HttpStatusCode.OK);

        var order = Guid.CreateVersion7();
        await network.SayAsync(Screening, "health", order, new ErasePerson { OrderId = order, PersonRefs = [person], DryRun = false, OrderedAt = TimeProvider.System.GetUtcNow() });
        await Wait.UntilAsync(async () => (await health.SentAsync(order, Screening)).Count == 1, "the answer to the order");

        var counts = (await health.SentAsync(order, Screening))[0].Body.GetProperty("counts").EnumerateArray();
        counts.Single(count => count.Text("category") is "appointments").GetProperty("erased").GetInt32().ShouldBe(2);
        (await StateAsync(health, ahead), await StateAsync(health, past)).ShouldBe(("cancelled", "attended"));
        (await agent.FreeAsync(calendar)).ShouldContain(free[0]);
        await using var owner = NpgsqlDataSource.Create(network.Servers.Postgres.Databases.OwnerConnectionString("health"));
        (await EveryTable.FindAsync(owner, [person], TestContext.Current.CancellationToken)).Hits.ShouldBeEmpty();
        (await agent.BookAsync(AppointmentApi.Wish(free[2], calendar, person))).Id().ShouldNotBe(Guid.Empty);
        (await health.TextsAsync("SELECT code FROM appointment WHERE person_ref = @person", ("person", person))).ShouldBeEmpty("what arrives later names nobody either");
    }

    [Fact]
    public async Task Should_keep_those_of_a_case_that_a_law_keeps()
    {
        var (health, agent, calendar) = await StartAsync("kept");
        var (free, person) = (await agent.FreeAsync(calendar), ReferralApi.NewPerson());
        using var opened = await agent.PostNewAsync("/v1/cases", new { personId = person, request = "health.user-number" });
        var caseId = (await opened.JsonAsync(HttpStatusCode.Created)).Id();
        using var law = await agent.PutAsync($"/v1/cases/{caseId}/legal-basis", new { legalBasis = "Lei 15/2014" }, "\"1\"");
        law.StatusCode.ShouldBe(HttpStatusCode.OK);
        var (kept, other) = ((await agent.BookAsync(AppointmentApi.Wish(free[0], calendar, person, caseId))).Id(), (await agent.BookAsync(AppointmentApi.Wish(free[1], calendar, person))).Id());

        var order = Guid.CreateVersion7();
        await network.SayAsync(Screening, "health", order, new ErasePerson { OrderId = order, PersonRefs = [person], DryRun = false, OrderedAt = TimeProvider.System.GetUtcNow() });
        await Wait.UntilAsync(async () => (await health.SentAsync(order, Screening)).Count == 1, "the answer to the order");

        var count = (await health.SentAsync(order, Screening))[0].Body.GetProperty("counts").EnumerateArray().Single(one => one.Text("category") is "appointments");
        (count.GetProperty("erased").GetInt32(), count.GetProperty("kept").GetInt32()).ShouldBe((1, 1));
        (await StateAsync(health, kept), await StateAsync(health, other)).ShouldBe(("booked", "cancelled"));
    }

    [Fact]
    public async Task Should_end_with_the_consent_of_the_referral_that_it_belongs_to()
    {
        var (health, agent, calendar) = await StartAsync("withdrawn");
        using var desk = (await network.StartAsync<ReceptionService>("reception")).At(Centre, "reception");
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        using var read = await agent.ReadAsync(id);
        var referral = await read.JsonAsync(HttpStatusCode.OK);
        var booked = await agent.BookAsync(AppointmentApi.Wish((await agent.FreeAsync(calendar))[0], calendar, referral.Text("personId"), referral.GetProperty("caseId").GetGuid()));
        booked.GetProperty("referralId").GetGuid().ShouldBe(id);

        var disclosure = referral.GetProperty("disclosureId").GetGuid();
        await network.SayAsync(Screening, "health", disclosure, new WithdrawDisclosure { DisclosureId = disclosure, Categories = [], WithdrawnAt = TimeProvider.System.GetUtcNow() });
        await agent.UntilAsync(id, "cancelled");

        var after = await agent.AppointmentAsync(booked.Id());
        (after.Text("state"), after.Text("reason"), after.GetProperty("personId").ValueKind).ShouldBe(("cancelled", "person-left", JsonValueKind.Null));
    }

    [Fact]
    public async Task Should_be_forgotten_when_its_time_is_over()
    {
        var (health, agent, calendar) = await StartAsync("old");
        var free = await agent.FreeAsync(calendar);
        var (old, young) = ((await agent.BookAsync(AppointmentApi.Wish(free[0], calendar))).Id(), (await agent.BookAsync(AppointmentApi.Wish(free[1], calendar))).Id());
        await health.AgeAsync(old, days: 800);
        await health.AgeAsync(young, days: 700);
        using var administrator = health.At(Centre, "administrator");

        using var run = await administrator.PostAsJsonAsync(new Uri("/operator/retention/run", UriKind.Relative), new { runId = Guid.CreateVersion7(), category = "appointments" }, TestContext.Current.CancellationToken);

        (await run.JsonAsync(HttpStatusCode.OK)).GetProperty("changed").GetInt32().ShouldBe(1);
        (await health.TextsAsync("SELECT coalesce(person_ref, 'nobody') FROM appointment WHERE appointment_id = @old", ("old", old))).ShouldBe(["nobody"]);
        (await health.TextsAsync("SELECT coalesce(person_ref, 'nobody') FROM appointment WHERE appointment_id = @young", ("young", young))).ShouldNotBe(["nobody"]);
    }

    private static async Task<string> StateAsync(OfficeHost<HealthService> health, Guid id) =>
        (await health.TextsAsync("SELECT state FROM appointment WHERE appointment_id = @id", ("id", id)))[0];

    private async Task<(OfficeHost<HealthService> Health, HttpClient Agent, Guid Calendar)> StartAsync(string counter)
    {
        var health = await network.StartAsync<HealthService>("health");
        using var coordinator = health.At(Centre, "coordinator");
        return (health, health.At(Centre), await coordinator.AddCounterAsync(counter));
    }
}
