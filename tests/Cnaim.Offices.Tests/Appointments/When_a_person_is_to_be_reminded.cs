using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Appointments;

public sealed class When_a_person_is_to_be_reminded(OfficeNetwork network)
{
    private const string Centre = "claim-evora-ue";

    [Fact]
    public async Task Should_tell_the_network_once_and_not_who()
    {
        var (tax, desk, free, calendar) = await StartAsync("reminded");
        var person = ReferralApi.NewPerson();
        var id = (await desk.BookAsync(AppointmentApi.Wish(free[^1], calendar, person))).Id();

        await DueAsync(tax, id);

        await Wait.UntilAsync(async () => (await TypesAsync(tax, id)).Count == 2, "the reminder");
        (await TypesAsync(tax, id)).ShouldBe(["pt.cnaim.appointment.booked.v1", "pt.cnaim.appointment.reminder-due.v1"]);
        var body = (await tax.SentAsync(id))[1].Body.GetRawText();
        body.ShouldContain("appointment-reminder");
        body.ShouldNotContain(person);
        (await tax.TextsAsync("SELECT 'fired' FROM due WHERE referral_id = @id AND fired_at IS NOT NULL", ("id", id))).ShouldBe(["fired"]);
    }

    [Fact]
    public async Task Should_remind_nobody_of_a_time_that_was_given_up_or_moved()
    {
        var (tax, desk, free, calendar) = await StartAsync("given up");
        var (cancelled, moved) = ((await desk.BookAsync(AppointmentApi.Wish(free[^1], calendar))).Id(), (await desk.BookAsync(AppointmentApi.Wish(free[^2], calendar))).Id());
        await desk.DoAsync($"/v1/appointments/{cancelled}/cancel", new { reason = "person-asked" });
        var next = (await desk.DoAsync($"/v1/appointments/{moved}/move", new { startsAt = free[^3], calendarId = calendar })).Id();

        await DueAsync(tax, cancelled);
        await DueAsync(tax, moved);
        await DueAsync(tax, next);

        await Wait.UntilAsync(async () => (await TypesAsync(tax, next)).Count == 2, "the reminder of the new time");
        await Wait.UntilAsync(
            async () => (await tax.TextsAsync("SELECT 'fired' FROM due WHERE referral_id IN (@cancelled, @moved) AND fired_at IS NOT NULL", ("cancelled", cancelled), ("moved", moved))).Count == 2, "the old ones");
        (await TypesAsync(tax, cancelled)).ShouldBe(["pt.cnaim.appointment.booked.v1", "pt.cnaim.appointment.cancelled.v1"]);
        (await TypesAsync(tax, moved)).ShouldBe(["pt.cnaim.appointment.booked.v1", "pt.cnaim.appointment.moved.v1"]);
        (await tax.SentAsync(moved))[1].Body.GetProperty("movedTo").GetGuid().ShouldBe(next);
    }

    private static async Task<List<string>> TypesAsync(OfficeHost<TaxService> tax, Guid id) => [.. (await tax.SentAsync(id)).Select(sent => sent.Type)];

    private static Task DueAsync(OfficeHost<TaxService> tax, Guid id) => tax.ExecuteAsync("UPDATE due SET due_at = now() - interval '1 minute' WHERE referral_id = @id", ("id", id));

    private async Task<(OfficeHost<TaxService> Tax, HttpClient Desk, List<DateTimeOffset> Free, Guid Calendar)> StartAsync(string counter)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At(Centre, "coordinator");
        var (desk, calendar) = (tax.At(Centre), await coordinator.AddCounterAsync(counter));
        return (tax, desk, await desk.FreeAsync(calendar), calendar);
    }
}
