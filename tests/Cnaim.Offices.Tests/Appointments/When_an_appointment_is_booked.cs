using System.Net;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;
using Cnaim.VictimSupport;

namespace Cnaim.Offices.Tests.Appointments;

public sealed class When_an_appointment_is_booked(OfficeNetwork network)
{
    private const string Centre = "cnaim-beja";

    [Fact]
    public async Task Should_go_its_way_and_tell_the_moves_it_allows()
    {
        var (tax, desk, calendar) = await StartAsync("way");
        var (free, person) = (await desk.FreeAsync(calendar), ReferralApi.NewPerson());
        var booked = await desk.BookAsync(AppointmentApi.Wish(free[0], calendar, person));
        var path = $"/v1/appointments/{booked.Id()}";

        booked.GetProperty("allowedActions").EnumerateArray().Select(action => action.GetString()).ShouldBe(["confirm", "attended", "no-show", "move", "cancel"]);
        (booked.Text("state"), booked.Text("counter"), booked.GetProperty("noShows").GetInt32()).ShouldBe(("booked", "way", 0));
        (await desk.DoAsync(path + "/confirm")).Text("state").ShouldBe("confirmed");
        var moved = await desk.DoAsync(path + "/move", new { startsAt = free[3] });
        (await desk.AppointmentAsync(booked.Id())).GetProperty("movedTo").GetGuid().ShouldBe(moved.Id());
        (moved.GetProperty("movedFrom").GetGuid(), moved.Text("personId"), moved.Text("state")).ShouldBe((booked.Id(), person, "booked"));
        (await desk.DoAsync($"/v1/appointments/{moved.Id()}/attended")).Text("state").ShouldBe("attended");
        using var late = await desk.PostNewAsync($"/v1/appointments/{moved.Id()}/cancel", new { reason = "person-asked" });
        (await late.ProblemAsync(HttpStatusCode.Conflict, "appointment-move-not-allowed")).GetProperty("allowed").GetArrayLength().ShouldBe(0);
        (await tax.AuditedAsync(booked.Id().ToString())).ShouldBe(["appointment.booked", "appointment.confirmed", "appointment.moved", "appointment.read"]);
    }

    [Fact]
    public async Task Should_free_the_time_when_it_is_cancelled_and_take_a_reason()
    {
        var (_, desk, calendar) = await StartAsync("cancelled");
        var start = (await desk.FreeAsync(calendar))[0];
        var id = (await desk.BookAsync(AppointmentApi.Wish(start, calendar))).Id();
        (await desk.FreeAsync(calendar)).ShouldNotContain(start);

        using var without = await desk.PostNewAsync($"/v1/appointments/{id}/cancel");
        var cancelled = await desk.DoAsync($"/v1/appointments/{id}/cancel", new { reason = "person-ill" });

        await without.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-cancel-reason");
        (cancelled.Text("state"), cancelled.Text("reason")).ShouldBe(("cancelled", "person-ill"));
        (await desk.FreeAsync(calendar)).ShouldContain(start);
    }

    [Fact]
    public async Task Should_need_the_version_that_was_seen()
    {
        var (_, desk, calendar) = await StartAsync("version");
        var id = (await desk.BookAsync(AppointmentApi.Wish((await desk.FreeAsync(calendar))[0], calendar))).Id();
        using var read = await desk.LookAsync($"/v1/appointments/{id}");
        var tag = read.Headers.ETag.ShouldNotBeNull().Tag;
        await desk.DoAsync($"/v1/appointments/{id}/confirm");

        using var stale = await desk.PostWithAsync($"/v1/appointments/{id}/cancel", new { reason = "mistake" }, ifMatch: tag);

        await stale.ProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task Should_only_take_times_that_are_offered_and_name_every_error()
    {
        var (_, desk, calendar) = await StartAsync("offered");
        var start = (await desk.FreeAsync(calendar))[0];

        using var between = await desk.PostNewAsync("/v1/appointments", AppointmentApi.Wish(start.AddMinutes(7), calendar));
        using var past = await desk.PostNewAsync("/v1/appointments", AppointmentApi.Wish(start.AddDays(-70), calendar));
        using var wrong = await desk.PostNewAsync("/v1/appointments", new { personId = "x", minutes = 1, centre = "nowhere", channel = "pigeon", language = "Kea", caseId = Guid.NewGuid() });

        await between.ProblemAsync(HttpStatusCode.Conflict, "slot-taken");
        (await past.ProblemAsync(HttpStatusCode.Conflict, "slot-taken")).GetProperty("next").GetArrayLength().ShouldBe(3);
        (await wrong.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-appointment")).GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["personId", "startsAt", "minutes", "centre", "channel", "language", "caseId"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_be_seen_where_it_is_and_where_it_was_made_and_nowhere_else()
    {
        var (tax, desk, calendar) = await StartAsync("elsewhere");
        using var afar = tax.At("cnaim-faro");
        using var other = tax.At("cnaim-lisboa");
        var (start, person) = ((await desk.FreeAsync(calendar))[0], ReferralApi.NewPerson());
        (await afar.FreeAsync(calendar, Centre)).ShouldContain(start);
        var id = (await afar.BookAsync(AppointmentApi.Wish(start, calendar, person, centre: Centre))).Id();

        (await desk.AppointmentAsync(id)).Text("centre").ShouldBe(Centre);
        (await afar.AppointmentAsync(id)).Text("personId").ShouldBe(person);
        using var hidden = await other.LookAsync($"/v1/appointments/{id}");
        using var missing = await other.LookAsync($"/v1/appointments/{Guid.CreateVersion7()}");
        await hidden.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await missing.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        (await ListAsync(other, "?person=" + person)).ShouldBeEmpty();
        (await ListAsync(desk, "?person=" + person)).ShouldBe([id]);
        (await ListAsync(desk, $"?day={start.Iso()}")).ShouldContain(id);
        (await ListAsync(desk, $"?day={start.AddDays(-1).Iso()}&days=2")).ShouldContain(id);
        (await ListAsync(desk, $"?day={start.AddDays(1).Iso()}&days=7")).ShouldNotContain(id);
    }

    [Theory]
    [InlineData("municipal-officer")]
    [InlineData("mediator")]
    public async Task Should_be_booked_at_another_centre_of_the_office_from_a_local_one(string role)
    {
        var (tax, desk, calendar) = await StartAsync("afar " + role);
        using var local = tax.At("claim-albufeira", role);
        using var asked = await local.LookAsync("/v1/appointment-centres");
        var centres = (await asked.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().ToList();
        var place = centres.Find(item => string.Equals(item.Text("centre"), Centre, StringComparison.Ordinal));
        var first = place.GetProperty("nextFree").GetProperty("startsAt").GetDateTimeOffset();
        (await local.FreeAsync(calendar)).ShouldBeEmpty();
        var free = await local.FreeAsync(calendar, Centre);
        first.ShouldBeLessThanOrEqualTo(free[0]);

        var booked = await local.BookAsync(AppointmentApi.Wish(free[0], calendar, centre: Centre));

        booked.Text("centre").ShouldBe(Centre);
        (await desk.AppointmentAsync(booked.Id())).Text("code").ShouldBe(booked.Text("code"));
        (await local.DoAsync($"/v1/appointments/{booked.Id()}/move", new { startsAt = free[1], calendarId = calendar })).Text("centre").ShouldBe(Centre);
    }

    [Fact]
    public async Task Should_not_show_another_centres_times_to_who_may_not_book_there()
    {
        var (tax, _, _) = await StartAsync("not afar");
        using var reception = tax.At("cnaim-faro", "reception");
        using var hidden = await reception.LookAsync("/v1/slots?centre=" + Centre);
        using var missing = await reception.LookAsync("/v1/slots?centre=nowhere");
        using var centres = await reception.LookAsync("/v1/appointment-centres");
        using var own = await reception.LookAsync("/v1/slots?centre=cnaim-faro");

        var said = (await hidden.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-query")).GetProperty("errors").GetRawText();
        said.ShouldBe((await missing.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-query")).GetProperty("errors").GetRawText());
        centres.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_be_for_the_persons_own_calendar_without_anything_about_them()
    {
        var (tax, desk, calendar) = await StartAsync("Balcão da pessoa");
        var (start, person) = ((await desk.FreeAsync(calendar))[0], ReferralApi.NewPerson());
        var id = (await desk.BookAsync(AppointmentApi.Wish(start, calendar, person))).Id();

        using var response = await desk.LookAsync($"/v1/appointments/{id}.ics");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("LOCATION:CNAIM Beja");
        foreach (var told in new[] { person, "Balcão", "tax", "Finan" })
        {
            text.ShouldNotContain(told, Case.Insensitive);
        }

        (await tax.AuditedAsync(id.ToString())).ShouldBe(["appointment.booked", "appointment.exported"]);
    }

    [Fact]
    public async Task Should_belong_to_a_case_of_the_same_person_and_be_found_by_who_asks_who_saw_them()
    {
        var (tax, desk, calendar) = await StartAsync("case");
        var (free, person) = (await desk.FreeAsync(calendar), ReferralApi.NewPerson());
        using var opened = await desk.PostNewAsync("/v1/cases", new { personId = person, request = "tax.nif" });
        var caseId = (await opened.JsonAsync(HttpStatusCode.Created)).Id();

        using var stranger = await desk.PostNewAsync("/v1/appointments", AppointmentApi.Wish(free[0], calendar, ReferralApi.NewPerson(), caseId));
        var booked = await desk.BookAsync(AppointmentApi.Wish(free[0], calendar, person, caseId));

        await stranger.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-appointment");
        booked.GetProperty("caseId").GetGuid().ShouldBe(caseId);
        using var asks = tax.At(Centre, "focal-point");
        using var shown = await asks.LookAsync($"/v1/audit/persons/{person}");
        (await shown.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Select(access => access.Text("action")).ShouldContain("appointment.booked");
    }

    [Fact]
    public async Task Should_be_hidden_from_staff_who_are_not_named_where_records_are_for_named_staff()
    {
        var office = await network.StartAsync<VictimSupportService>("victim-support");
        using var coordinator = office.At(Centre, "coordinator");
        using var agent = office.At(Centre);
        using var colleague = office.At(Centre, "mediator");
        var calendar = await coordinator.AddCounterAsync("named");
        var (start, person) = ((await agent.FreeAsync(calendar))[0], ReferralApi.NewPerson());
        var id = (await agent.BookAsync(AppointmentApi.Wish(start, calendar, person))).Id();

        using var hidden = await colleague.LookAsync($"/v1/appointments/{id}");
        using var moved = await colleague.PostNewAsync($"/v1/appointments/{id}/confirm");

        (await agent.AppointmentAsync(id)).Text("state").ShouldBe("booked");
        await hidden.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await moved.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        (await ListAsync(colleague, "?person=" + person)).ShouldBeEmpty();
        (await ListAsync(agent, "?person=" + person)).ShouldBe([id]);
    }

    private static async Task<List<Guid>> ListAsync(HttpClient desk, string query)
    {
        using var response = await desk.LookAsync("/v1/appointments" + query);
        return [.. (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Select(item => item.Id())];
    }

    private async Task<(OfficeHost<TaxService> Tax, HttpClient Desk, Guid Calendar)> StartAsync(string counter)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At(Centre, "coordinator");
        return (tax, tax.At(Centre), await coordinator.AddCounterAsync(counter));
    }
}
