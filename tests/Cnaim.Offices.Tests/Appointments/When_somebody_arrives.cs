using System.Net;
using System.Text.Json;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Appointments;

public sealed class When_somebody_arrives(OfficeNetwork network)
{
    private const string Centre = "cnaim-faro";

    [Fact]
    public async Task Should_be_found_by_their_code_at_the_centre_and_told_when_and_where_and_not_who()
    {
        var (tax, desk, calendar) = await StartAsync("code");
        var person = ReferralApi.NewPerson();
        var booked = await desk.BookAsync(AppointmentApi.Wish((await desk.FreeAsync(calendar))[0], calendar, person));
        await TodayAsync(tax, booked.Id());
        using var reception = tax.At(Centre, "reception", office: "reception");
        using var elsewhere = tax.At("cnaim-lisboa", "reception", office: "reception");

        using var other = await elsewhere.PostNewAsync("/v1/appointments/check-in", new { code = booked.Text("code") });
        using var unknown = await reception.PostNewAsync("/v1/appointments/check-in", new { code = "BBBBBB" });
        using var found = await reception.PostNewAsync("/v1/appointments/check-in", new { code = booked.Text("code")!.ToLowerInvariant() });
        var arrival = await found.JsonAsync(HttpStatusCode.OK);
        var again = await reception.DoAsync("/v1/appointments/check-in", new { code = booked.Text("code") });

        await other.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await unknown.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        (arrival.Text("counter"), arrival.Text("state")).ShouldBe(("code", "booked"));
        arrival.GetRawText().ShouldNotContain(person);
        again.GetProperty("checkedInAt").GetDateTimeOffset().ShouldBe(arrival.GetProperty("checkedInAt").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1)); // as the database rounds it
        (await desk.AppointmentAsync(booked.Id())).GetProperty("checkedInAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task Should_be_missed_at_the_end_of_the_day_only_when_nobody_saw_them_and_be_asked_for_a_better_channel_after_two()
    {
        var (tax, desk, calendar) = await StartAsync("closing");
        var (free, person) = (await desk.FreeAsync(calendar), ReferralApi.NewPerson());
        var missed = new List<Guid> { (await desk.BookAsync(AppointmentApi.Wish(free[0], calendar, person))).Id(), (await desk.BookAsync(AppointmentApi.Wish(free[1], calendar, person))).Id() };
        var arrived = (await desk.BookAsync(AppointmentApi.Wish(free[2], calendar))).Id();
        var ahead = (await desk.BookAsync(AppointmentApi.Wish(free[3], calendar))).Id();
        foreach (var id in missed.Append(arrived))
        {
            await tax.AgeAsync(id, days: 14);
        }

        await tax.ExecuteAsync("UPDATE appointment SET checked_in_at = starts_at WHERE appointment_id = @id", ("id", arrived));
        var closed = await desk.DoAsync("/v1/appointments/close-day", new { day = free[0].AddDays(-13).Iso() });
        var next = await desk.BookAsync(AppointmentApi.Wish(free[5], calendar, person));

        closed.GetProperty("noShows").GetInt32().ShouldBeGreaterThanOrEqualTo(2);
        (await StatesAsync(tax, [.. missed, arrived, ahead])).ShouldBe(["no-show", "no-show", "booked", "booked"]);
        (next.GetProperty("noShows").GetInt32(), next.GetProperty("askForBetterChannel").GetBoolean(), next.Text("state")).ShouldBe((2, true, "booked"));
        (await tax.AuditedAsync(missed[0].ToString())).ShouldBe(["appointment.booked", "appointment.no-show"]);
    }

    [Fact]
    public async Task Should_be_seen_after_all_unless_the_time_was_given_away()
    {
        var (tax, desk, calendar) = await StartAsync("late");
        var free = await desk.FreeAsync(calendar);
        var (late, given) = ((await desk.BookAsync(AppointmentApi.Wish(free[0], calendar))).Id(), (await desk.BookAsync(AppointmentApi.Wish(free[1], calendar))).Id());
        foreach (var id in new[] { late, given })
        {
            await tax.ExecuteAsync("UPDATE appointment SET state = 'no-show' WHERE appointment_id = @id", ("id", id));
        }

        await desk.BookAsync(AppointmentApi.Wish(free[1], calendar));

        (await desk.DoAsync($"/v1/appointments/{late}/attended")).Text("state").ShouldBe("attended");
        using var taken = await desk.PostNewAsync($"/v1/appointments/{given}/attended");
        await taken.ProblemAsync(HttpStatusCode.Conflict, "slot-taken");
        using var early = await desk.PostNewAsync($"/v1/appointments/{(await desk.BookAsync(AppointmentApi.Wish(free[4], calendar))).Id()}/no-show");
        await early.ProblemAsync(HttpStatusCode.Conflict, "appointment-not-begun");
    }

    private static async Task<List<string>> StatesAsync(OfficeHost<TaxService> tax, Guid[] ids)
    {
        var states = new List<string>();
        foreach (var id in ids)
        {
            states.AddRange(await tax.TextsAsync("SELECT state FROM appointment WHERE appointment_id = @id", ("id", id)));
        }

        return states;
    }

    private static Task TodayAsync(OfficeHost<TaxService> tax, Guid id) => tax.ExecuteAsync(
        "UPDATE appointment SET local_day = (now() AT TIME ZONE 'Europe/Lisbon')::date WHERE appointment_id = @id", ("id", id));

    private async Task<(OfficeHost<TaxService> Tax, HttpClient Desk, Guid Calendar)> StartAsync(string counter)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At(Centre, "coordinator");
        return (tax, tax.At(Centre), await coordinator.AddCounterAsync(counter));
    }
}
