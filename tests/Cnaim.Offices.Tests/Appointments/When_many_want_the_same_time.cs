using System.Net;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;
using Npgsql;

namespace Cnaim.Offices.Tests.Appointments;

public sealed class When_many_want_the_same_time(OfficeNetwork network)
{
    private const string Centre = "cnaim-porto";

    private const string Insert = """
        INSERT INTO appointment (
            appointment_id, centre, booked_centre, local_day, code, person_ref, calendar_id, holder, starts_at, ends_at, state, channel, booked_by, booked_at)
        SELECT gen_random_uuid(), c.centre, c.centre, current_date, @code, @person, c.calendar_id, @holder, @from, @from + interval '30 minutes', @state, 'in-person', 'x', now()
        FROM appointment_calendar AS c
        WHERE c.calendar_id = @calendar
        """;

    [Fact]
    public async Task Should_give_it_to_one_and_name_the_next_three_to_the_others()
    {
        var (tax, desk, calendar) = await StartAsync("parallel");
        var free = await desk.FreeAsync(calendar);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => desk.PostNewAsync("/v1/appointments", AppointmentApi.Wish(free[0], calendar))));

        answers.Count(answer => answer.StatusCode is HttpStatusCode.Created).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created))
        {
            var problem = await answer.ProblemAsync(HttpStatusCode.Conflict, "slot-taken");
            var next = problem.GetProperty("next").EnumerateArray().Select(slot => slot.GetProperty("startsAt").GetDateTimeOffset()).ToList();
            next.Count.ShouldBe(3);
            next.ShouldAllBe(start => start >= free[0]);
        }

        (await tax.TextsAsync("SELECT state FROM appointment WHERE calendar_id = @calendar", ("calendar", calendar))).ShouldBe(["booked"]);
    }

    [Fact]
    public async Task Should_book_once_when_the_same_form_arrives_twice()
    {
        var (tax, desk, calendar) = await StartAsync("twice");
        var (wish, key) = (AppointmentApi.Wish((await desk.FreeAsync(calendar))[0], calendar), Guid.NewGuid().ToString());

        using var first = await desk.PostWithAsync("/v1/appointments", wish, key);
        using var second = await desk.PostWithAsync("/v1/appointments", wish, key);

        (await first.JsonAsync(HttpStatusCode.Created)).Id().ShouldBe((await second.JsonAsync(HttpStatusCode.Created)).Id());
        (await tax.TextsAsync("SELECT state FROM appointment WHERE calendar_id = @calendar", ("calendar", calendar))).ShouldBe(["booked"]);
    }

    [Fact]
    public async Task Should_leave_both_as_they_are_when_one_is_moved_onto_the_other()
    {
        var (tax, desk, calendar) = await StartAsync("onto");
        var free = await desk.FreeAsync(calendar);
        var mine = (await desk.BookAsync(AppointmentApi.Wish(free[0], calendar))).Id();
        var other = (await desk.BookAsync(AppointmentApi.Wish(free[1], calendar))).Id();

        using var refused = await desk.PostNewAsync($"/v1/appointments/{mine}/move", new { startsAt = free[1], calendarId = calendar });

        await refused.ProblemAsync(HttpStatusCode.Conflict, "slot-taken");
        foreach (var (id, start) in new[] { (mine, free[0]), (other, free[1]) })
        {
            var now = await desk.AppointmentAsync(id);
            (now.Text("state"), now.GetProperty("startsAt").GetDateTimeOffset()).ShouldBe(("booked", start));
        }

        (await tax.TextsAsync("SELECT state FROM appointment WHERE calendar_id = @calendar", ("calendar", calendar))).ShouldBe(["booked", "booked"]);
    }

    [Fact]
    public async Task Should_never_book_one_person_twice_at_once()
    {
        var (_, desk, calendar) = await StartAsync("person-1");
        using var coordinator = (await network.StartAsync<TaxService>("tax")).At(Centre, "coordinator");
        var (other, person) = (await coordinator.AddCounterAsync("person-2"), ReferralApi.NewPerson());
        var start = (await desk.FreeAsync(calendar))[0];
        await desk.BookAsync(AppointmentApi.Wish(start, calendar, person));

        using var refused = await desk.PostNewAsync("/v1/appointments", AppointmentApi.Wish(start, other, person));

        await refused.ProblemAsync(HttpStatusCode.Conflict, "person-busy");
    }

    /// <summary>Past every turn that the code takes: the database alone.</summary>
    [Theory]
    [InlineData("counter:a", "counter:a", false, "appointment_holder_once")]
    [InlineData("counter:a", "counter:b", true, "appointment_person_once")]
    [InlineData("counter:a", "counter:b", false, null)]
    public async Task Should_be_refused_by_the_database_itself(string first, string second, bool isSamePerson, string? constraint)
    {
        var (tax, _, calendar) = await StartAsync("bare" + Guid.NewGuid());
        var (person, from) = (ReferralApi.NewPerson(), TimeProvider.System.GetUtcNow().AddDays(Random.Shared.Next(1000, 900_000)));
        var prefix = Guid.NewGuid().ToString();

        (await RefusalAsync(tax, calendar, prefix + first, person, from, "confirmed")).ShouldBeNull();
        (await RefusalAsync(tax, calendar, prefix + second, isSamePerson ? person : ReferralApi.NewPerson(), from.AddMinutes(29), "booked")).ShouldBe(constraint);
        (await RefusalAsync(tax, calendar, prefix + first, person, from, "no-show")).ShouldBeNull();
    }

    private static async Task<string?> RefusalAsync(OfficeHost<TaxService> tax, Guid calendar, string holder, string person, DateTimeOffset from, string state)
    {
        try
        {
            await tax.ExecuteAsync(Insert, ("code", Guid.NewGuid().ToString()), ("person", person), ("holder", holder), ("from", from.UtcDateTime), ("state", state), ("calendar", calendar));
            return null;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.ExclusionViolation)
        {
            return refused.ConstraintName;
        }
    }

    private async Task<(OfficeHost<TaxService> Tax, HttpClient Desk, Guid Calendar)> StartAsync(string counter)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var coordinator = tax.At(Centre, "coordinator");
        return (tax, tax.At(Centre), await coordinator.AddCounterAsync(counter));
    }
}
