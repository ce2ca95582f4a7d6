using System.Net;
using System.Text.Json;
using Cnaim.Contracts.Commands;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;
using Cnaim.Testing;
using Npgsql;

namespace Cnaim.Offices.Tests.Appointments;

/// <summary>Whoever finds no time waits for one; when one becomes free, the first of the list is offered it.</summary>
public sealed class When_no_time_is_free(OfficeNetwork network)
{
    private const string Wishes = "/v1/appointment-wishes";

    [Fact]
    public async Task Should_give_the_first_of_the_list_the_time_that_a_move_left_free()
    {
        var (_, desk, calendar, taken) = await FullAsync("claim-mafra");
        var (first, second) = (await AskAsync(desk, ReferralApi.NewPerson()), await AskAsync(desk, ReferralApi.NewPerson()));
        (await OffersAsync(desk)).ShouldBe([(first.Id(), 1, null), (second.Id(), 2, null)]);

        await desk.DoAsync($"/v1/appointments/{taken.Id()}/cancel", new { reason = "person-ill" });

        var free = taken.GetProperty("startsAt").GetDateTimeOffset();
        (await OffersAsync(desk)).ShouldBe([(first.Id(), 1, free), (second.Id(), 2, null)]);
        using var early = await desk.PostNewAsync($"{Wishes}/{second.Id()}/book", new { startsAt = free, calendarId = calendar });
        await early.ProblemAsync(HttpStatusCode.Conflict, "not-first");
        var booked = await desk.DoAsync($"{Wishes}/{first.Id()}/book", new { startsAt = free });
        (booked.Text("state"), booked.GetProperty("startsAt").GetDateTimeOffset()).ShouldBe(("booked", free));
        (await OffersAsync(desk)).ShouldBe([(second.Id(), 1, null)]);
        using var gone = await desk.PostNewAsync($"{Wishes}/{first.Id()}/book", new { startsAt = free });
        await gone.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        using var none = await desk.PostNewAsync($"{Wishes}/{second.Id()}/book", new { startsAt = free });
        await none.ProblemAsync(HttpStatusCode.Conflict, "slot-taken");
    }

    [Fact]
    public async Task Should_take_a_person_once_and_only_where_nothing_is_free()
    {
        var (tax, desk, _, taken) = await FullAsync("claim-palmela");
        var person = ReferralApi.NewPerson();
        await AskAsync(desk, person);
        using var again = await desk.PostNewAsync(Wishes, new { personId = person });
        await again.ProblemAsync(HttpStatusCode.Conflict, "already-waiting");
        using var wrong = await desk.PostNewAsync(Wishes, new { personId = "x", centre = "nowhere", channel = "pigeon" });
        (await wrong.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-appointment")).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["personId", "centre", "channel"], ignoreOrder: true);
        await desk.DoAsync($"/v1/appointments/{taken.Id()}/cancel", new { reason = "mistake" });
        using var needless = await desk.PostNewAsync(Wishes, new { personId = ReferralApi.NewPerson() });
        (await needless.ProblemAsync(HttpStatusCode.Conflict, "times-are-free")).GetProperty("next").GetArrayLength().ShouldBe(1);
        (await tax.AuditedAsync(person)).ShouldBe(["appointment-wish.asked"]);
    }

    [Fact]
    public async Task Should_be_seen_at_its_centre_and_nowhere_else_and_name_nobody()
    {
        var (tax, desk, _, _) = await FullAsync("claim-tavira");
        var person = ReferralApi.NewPerson();
        var wish = await AskAsync(desk, person);
        using var other = tax.At("cnaim-lisboa");
        foreach (var move in new[] { "book", "leave" })
        {
            using var hidden = await other.PostNewAsync($"{Wishes}/{wish.Id()}/{move}", new { startsAt = DateTimeOffset.UtcNow });
            await hidden.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        (await OffersAsync(other)).ShouldNotContain(offer => offer.Id == wish.Id());
        using var shown = await desk.LookAsync(Wishes);
        (await shown.JsonAsync(HttpStatusCode.OK)).GetRawText().ShouldNotContain(person);
        using var left = await desk.PostNewAsync($"{Wishes}/{wish.Id()}/leave");
        left.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await OffersAsync(desk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_end_when_the_person_is_forgotten()
    {
        var (tax, desk, _, _) = await FullAsync("claim-silves");
        var person = ReferralApi.NewPerson();
        await AskAsync(desk, person);

        var order = Guid.CreateVersion7();
        await network.SayAsync("screening", "tax", order, new ErasePerson { OrderId = order, PersonRefs = [person], DryRun = false, OrderedAt = TimeProvider.System.GetUtcNow() });
        await Wait.UntilAsync(async () => (await tax.SentAsync(order, "screening")).Count == 1, "the answer to the order");

        (await OffersAsync(desk)).ShouldBeEmpty();
        await using var owner = NpgsqlDataSource.Create(network.Servers.Postgres.Databases.OwnerConnectionString("tax"));
        (await EveryTable.FindAsync(owner, [person], TestContext.Current.CancellationToken)).Hits.ShouldBeEmpty();
    }

    private static async Task<JsonElement> AskAsync(HttpClient desk, string person)
    {
        using var response = await desk.PostNewAsync(Wishes, new { personId = person, channel = "telephone" });
        return await response.JsonAsync(HttpStatusCode.Created);
    }

    private static async Task<List<(Guid Id, int Place, DateTimeOffset? Offer)>> OffersAsync(HttpClient desk)
    {
        using var response = await desk.LookAsync(Wishes);
        return [.. (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray()
            .Select(item => (item.Id(), item.GetProperty("place").GetInt32(), item.TryGetProperty("offer", out var offer) && offer.ValueKind is JsonValueKind.Object ? offer.GetProperty("startsAt").GetDateTimeOffset() : (DateTimeOffset?)null))];
    }

    // One time in all, and somebody has it.
    private async Task<(OfficeHost<TaxService> Tax, HttpClient Desk, Guid Calendar, JsonElement Taken)> FullAsync(string centre)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At(centre, "coordinator");
        var calendar = await coordinator.AddCounterAsync("full", minutes: 240);
        var desk = tax.At(centre);
        var free = await desk.FreeAsync(calendar);
        var taken = await desk.BookAsync(AppointmentApi.Wish(free[0], calendar));
        var start = TimeZoneInfo.ConvertTime(free[0], TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"));
        await tax.ExecuteAsync(
            "UPDATE appointment_calendar SET valid_to = @day, opens = @from, closes = @to WHERE calendar_id = @id",
            ("day", DateOnly.FromDateTime(start.DateTime)),
            ("from", TimeOnly.FromDateTime(start.DateTime)),
            ("to", TimeOnly.FromDateTime(start.DateTime.AddHours(4))),
            ("id", calendar));
        return (tax, desk, calendar, taken);
    }
}
