using System.Net;
using System.Text.Json;
using Cnaim.Offices.Tests.Support;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Reception;
using Cnaim.Tax;
using Cnaim.VictimSupport;

namespace Cnaim.Offices.Tests.Appointments;

/// <summary>L3: who sent a referral books a time at the office that took it; a time and a code cross, and nothing else.</summary>
public sealed class When_a_time_is_booked_by_referral(OfficeNetwork network)
{
    private const string Local = "claim-albufeira";
    private const string National = "cnaim-porto";

    [Fact]
    public async Task Should_give_a_time_and_a_code_and_keep_the_rest()
    {
        var (tax, office, agent, calendar, id) = await AcceptedAsync("by referral", role: "municipal-officer");
        var start = await FreeAsync(office, id, calendar);
        using var answer = await office.PostNewAsync(Path(id, "appointments"), new { startsAt = start, calendarId = calendar, interpreter = true });
        var booked = await answer.JsonAsync(HttpStatusCode.OK);

        booked.EnumerateObject().Select(member => member.Name).ShouldBe(["state", "centre", "day", "startsAt", "endsAt", "counter", "code", "channel"], "neither person nor case nor id crosses");
        (booked.Text("centre"), booked.GetProperty("startsAt").GetDateTimeOffset()).ShouldBe((National, start));
        var there = (await OfAsync(agent, start)).Single(item => string.Equals(item.Text("code"), booked.Text("code"), StringComparison.Ordinal));
        using var read = await agent.ReadAsync(id);
        var referral = await read.JsonAsync(HttpStatusCode.OK);
        (there.Text("personId"), there.GetProperty("caseId").GetGuid(), there.GetProperty("referralId").GetGuid(), there.GetProperty("interpreter").GetBoolean())
            .ShouldBe((referral.Text("personId"), referral.GetProperty("caseId").GetGuid(), id, true));
        using var colleagues = tax.At(Local);
        using var hidden = await colleagues.LookAsync($"/v1/appointments/{there.Id()}");
        await hidden.ProblemAsync(HttpStatusCode.NotFound, "not-found"); // the receiver's staff at the sender's centre
        (await tax.TextsAsync("SELECT office || ' ' || centre || ' ' || role FROM audit_entry WHERE record_id = @id AND action = 'appointment.booked'", ("id", there.Id().ToString())))
            .ShouldBe([$"reception {Local} municipal-officer"]);
        using var again = await office.PostNewAsync(Path(id, "appointments"), new { startsAt = start.AddMinutes(30), calendarId = calendar });
        await again.ProblemAsync(HttpStatusCode.Conflict, "already-booked");
    }

    [Fact]
    public async Task Should_wait_until_the_office_has_taken_the_referral()
    {
        var (_, office, agent, calendar, id) = await SentAsync("not taken");
        using var early = await office.LookAsync(Path(id, "slots"));
        using var book = await office.PostNewAsync(Path(id, "appointments"), new { startsAt = DateTimeOffset.UtcNow.AddDays(3), calendarId = calendar });
        await early.ProblemAsync(HttpStatusCode.Conflict, "referral-not-taken");
        await book.ProblemAsync(HttpStatusCode.Conflict, "referral-not-taken");
        await agent.MoveAsync(id, "reject", new { statusReason = "at-capacity" });
        using var late = await office.LookAsync(Path(id, "slots"));
        await late.ProblemAsync(HttpStatusCode.Conflict, "referral-not-taken");
    }

    [Fact]
    public async Task Should_be_missing_for_whoever_did_not_send_it_and_say_so_in_the_trail()
    {
        var (tax, office, _, calendar, id) = await AcceptedAsync("not mine");
        var start = await FreeAsync(office, id, calendar);
        using var otherCentre = tax.At("cnaim-faro", "mediator", "reception");
        using var otherOffice = tax.At(Local, "office-agent", "health");
        var missing = Guid.CreateVersion7();
        foreach (var stranger in new[] { otherCentre, otherOffice })
        {
            var answers = new List<string>();
            foreach (var asked in new[] { id, missing })
            {
                using var slots = await stranger.LookAsync(Path(asked, "slots"));
                using var book = await stranger.PostNewAsync(Path(asked, "appointments"), new { startsAt = start, calendarId = calendar });
                answers.Add((await slots.ProblemAsync(HttpStatusCode.NotFound, "not-found")).Text("detail") + (await book.ProblemAsync(HttpStatusCode.NotFound, "not-found")).Text("detail"));
            }

            answers[0].ShouldBe(answers[1]);
        }

        using var reception = tax.At(Local, "reception", "reception");
        using var refused = await reception.LookAsync(Path(id, "slots"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "who may not book may not look");
        (await tax.AuditedAsync(id.ToString())).Count(action => action is "appointment.by-referral-denied").ShouldBe(4);
        (await FreeAsync(office, id, calendar)).ShouldBe(start, "nobody has taken it");
    }

    [Fact]
    public async Task Should_offer_the_next_times_when_one_is_taken_and_name_what_is_wrong()
    {
        var (_, office, agent, calendar, id) = await AcceptedAsync("taken");
        var start = await FreeAsync(office, id, calendar);
        await agent.BookAsync(AppointmentApi.Wish(start, calendar));
        using var taken = await office.PostNewAsync(Path(id, "appointments"), new { startsAt = start, calendarId = calendar });
        (await taken.ProblemAsync(HttpStatusCode.Conflict, "slot-taken")).GetProperty("next").GetArrayLength().ShouldBe(3);
        using var wrong = await office.PostNewAsync(Path(id, "appointments"), new { channel = "pigeon" });
        (await wrong.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-appointment")).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["startsAt", "channel"]);
    }

    [Fact]
    public async Task Should_not_be_there_where_records_are_for_named_staff()
    {
        var support = await network.StartAsync<VictimSupportService>("victim-support");
        var reception = await network.StartAsync<ReceptionService>("reception");
        using var office = reception.At(National, "mediator");
        using var focal = support.At(National, "focal-point");
        var id = await office.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "victim-support", ServiceCatalogue.Embedded.RequestsOf("victim-support")[0], National));
        await focal.UntilAsync(id, "requested");
        await focal.MoveAsync(id, "accept");
        using var sender = support.At(National, "mediator", "reception");
        using var slots = await sender.LookAsync(Path(id, "slots"));
        await slots.ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private static string Path(Guid id, string what) => $"/v1/referrals/{id}/{what}";

    private static async Task<DateTimeOffset> FreeAsync(HttpClient office, Guid id, Guid calendar)
    {
        using var slots = await office.LookAsync(Path(id, "slots"));
        return (await slots.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().First(slot => slot.GetProperty("calendarId").GetGuid() == calendar).GetProperty("startsAt").GetDateTimeOffset();
    }

    private static async Task<List<JsonElement>> OfAsync(HttpClient desk, DateTimeOffset start)
    {
        using var list = await desk.LookAsync($"/v1/appointments?day={start.Iso()}");
        return [.. (await list.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray()];
    }

    /// <summary>A referral from the welcome desk of a local centre to taxes at a national one; the sender's staff as they call taxes, and an agent there.</summary>
    private async Task<(OfficeHost<TaxService> Tax, HttpClient Sender, HttpClient Agent, Guid Calendar, Guid Referral)> SentAsync(string counter, string role = "mediator")
    {
        var tax = await network.StartAsync<TaxService>("tax");
        var reception = await network.StartAsync<ReceptionService>("reception");
        using var coordinator = tax.At(National, "coordinator");
        var calendar = await coordinator.AddCounterAsync(counter);
        using var office = reception.At(Local, role);
        var id = await office.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "tax", "tax.nif", National));
        var agent = tax.At(National);
        await agent.UntilAsync(id, "requested");
        return (tax, tax.At(Local, role, "reception"), agent, calendar, id);
    }

    private async Task<(OfficeHost<TaxService> Tax, HttpClient Sender, HttpClient Agent, Guid Calendar, Guid Referral)> AcceptedAsync(string counter, string role = "mediator")
    {
        var sent = await SentAsync(counter, role);
        await sent.Agent.MoveAsync(sent.Referral, "accept");
        return sent;
    }
}
