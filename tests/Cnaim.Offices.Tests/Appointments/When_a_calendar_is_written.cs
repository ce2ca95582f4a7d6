using System.Net;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Appointments;

public sealed class When_a_calendar_is_written(OfficeNetwork network)
{
    private const string Centre = "cnaim-lisboa";

    [Fact]
    public async Task Should_change_with_the_version_that_was_read_and_leave_what_is_booked()
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At(Centre, "coordinator");
        using var desk = tax.At(Centre);
        var calendar = await coordinator.AddCounterAsync("changing");
        var start = (await desk.FreeAsync(calendar))[0];
        var booked = (await desk.BookAsync(AppointmentApi.Wish(start, calendar))).Id();
        var body = new
        {
            days = new[] { "MO", "TU", "WE", "TH", "FR" },
            opens = "09:00",
            closes = "17:00",
            slotMinutes = 60,
            validFrom = "2020-01-01",
            absences = new[] { new { from = start.AddDays(-1), until = start.AddDays(200) } },
        };

        using var blind = await coordinator.PutAsync($"/v1/appointment-calendars/{calendar}", body);
        using var changed = await coordinator.PutAsync($"/v1/appointment-calendars/{calendar}", body, "\"1\"");
        using var stale = await coordinator.PutAsync($"/v1/appointment-calendars/{calendar}", body, "\"1\"");
        using var agent = await desk.PutAsync($"/v1/appointment-calendars/{calendar}", body, "\"2\"");

        await blind.ProblemAsync(HttpStatusCode.PreconditionRequired, "if-match-required");
        (await changed.JsonAsync(HttpStatusCode.OK)).GetProperty("slotMinutes").GetInt32().ShouldBe(60);
        await stale.ProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        agent.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.FreeAsync(calendar)).ShouldBeEmpty();
        (await desk.AppointmentAsync(booked)).Text("state").ShouldBe("booked");
    }

    [Fact]
    public async Task Should_name_every_error()
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At(Centre, "coordinator");

        using var refused = await coordinator.PostNewAsync("/v1/appointment-calendars", new
        {
            subject = "a",
            counter = "b",
            days = new[] { "XX" },
            opens = "12:00",
            closes = "09:00",
            slotMinutes = 1,
            validFrom = "2026-02-01",
            validTo = "2026-01-01",
            absences = new[] { new { from = DateTimeOffset.UnixEpoch, until = DateTimeOffset.UnixEpoch } },
        });

        (await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-calendar")).GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["counter", "days", "closes", "slotMinutes", "validTo", "absences"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_end_by_itself_outside_the_sandbox_when_the_sandbox_made_it()
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At("cnaim-beja", "coordinator");
        var calendar = await coordinator.AddCounterAsync("left over");
        await tax.ExecuteAsync("UPDATE appointment_calendar SET demo = true WHERE calendar_id = @calendar", ("calendar", calendar));

        await using var restarted = await OfficeHost<TaxService>.StartAsync("tax", network, "restarted");

        await Wait.UntilAsync(
            async () => (await tax.TextsAsync("SELECT 'ended' FROM appointment_calendar WHERE calendar_id = @calendar AND valid_to < current_date", ("calendar", calendar))).Count == 1, "the sandbox's calendar to end");
    }
}
