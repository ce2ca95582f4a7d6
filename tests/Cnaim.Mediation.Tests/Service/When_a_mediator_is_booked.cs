using System.Net;
using Npgsql;

namespace Cnaim.Mediation.Tests.Service;

public sealed class When_a_mediator_is_booked(MediationUnderTest mediation)
{
    private const string Insert = """
        INSERT INTO booking (booking_id, office, centre, requested_by, state, language, mode, starts_at, ends_at, minimum_level, mediator_id, mediator_no)
        SELECT gen_random_uuid(), 'reception', 'cnaim-lisboa', 'test', 'matched', 'ka', 'remote', $2, $2 + interval '30 minutes', 'good', mediator_id, mediator_no
        FROM mediator WHERE mediator_id = $1
        """;

    [Fact]
    public async Task Should_be_one_s_of_twenty_who_ask_at_once()
    {
        var mediator = await mediation.AddMediatorAsync("ka");
        using var desk = mediation.At();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.PostAsync("/v1/bookings", Calls.Booking("ka", mediator))));

        answers.Count(answer => answer.StatusCode is HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict).ShouldBe(19);
        (await mediation.ScalarAsync<long>("SELECT count(*) FROM booking WHERE mediator_id = $1", mediator)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_be_one_s_even_where_the_code_does_not_look()
    {
        var mediator = await mediation.AddMediatorAsync("ka");

        var written = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => InsertAsync(mediator, Calls.Tomorrow.AddMinutes(number))));

        written.Count(isWritten => isWritten).ShouldBe(1);
        (await InsertAsync(mediator, Calls.Tomorrow.AddHours(5))).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_go_to_the_next_when_the_mediator_declines_and_wait_when_nobody_is_left()
    {
        var (first, second) = ("staff:" + Guid.NewGuid(), "staff:" + Guid.NewGuid());
        var mediators = new[] { await mediation.AddMediatorAsync("hy", subject: first), await mediation.AddMediatorAsync("hy", subject: second) };
        using var desk = mediation.At(role: "mediator");
        using var one = mediation.At(role: "mediator", subject: first);
        using var other = mediation.At(role: "mediator", subject: second);
        var id = (await desk.DoAsync("/v1/bookings", Calls.Booking("hy", mediators[0]), HttpStatusCode.Created)).GetProperty("id").GetGuid();

        (await one.GetJsonAsync(Mine())).GetProperty("items")[0].GetProperty("id").GetGuid().ShouldBe(id);
        await one.DoAsync($"/v1/mediators/me/bookings/{id}/decline");
        (await one.GetJsonAsync(Mine())).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await other.GetJsonAsync(Mine())).GetProperty("items")[0].Text("state").ShouldBe("matched");
        await other.DoAsync($"/v1/mediators/me/bookings/{id}/confirm");
        await other.DoAsync($"/v1/mediators/me/bookings/{id}/decline");

        var waiting = await desk.GetJsonAsync($"/v1/bookings/{id}");
        (waiting.Text("state"), waiting.GetProperty("declined").GetInt32()).ShouldBe(("requested", 2));
        await desk.RefusedAsync($"/v1/bookings/{id}/match", null, HttpStatusCode.Conflict, "nobody-else");
        await mediation.AddMediatorAsync("hy");
        (await desk.DoAsync($"/v1/bookings/{id}/match")).Text("state").ShouldBe("matched");
    }

    [Fact]
    public async Task Should_be_held_served_and_free_again_with_the_reference_as_the_office_gave_it()
    {
        var mediator = await mediation.AddMediatorAsync("lt");
        using var desk = mediation.At();
        var person = Guid.NewGuid().ToString("N")[..26];
        var key = Guid.NewGuid().ToString();
        using var created = await desk.PostAsync("/v1/bookings", Calls.Booking("lt", forPerson: person), key);
        var booking = await created.JsonAsync(HttpStatusCode.Created);
        var id = booking.GetProperty("id").GetGuid();
        using var again = await desk.PostAsync("/v1/bookings", Calls.Booking("lt", forPerson: person), key);

        (await again.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid().ShouldBe(id);
        booking.GetProperty("mediator").GetProperty("id").GetGuid().ShouldBe(mediator);
        booking.Text("forPerson").ShouldBe(person);
        await desk.RefusedAsync("/v1/bookings", Calls.Booking("lt", mediator), HttpStatusCode.Conflict, "mediator-not-free");
        await desk.DoAsync($"/v1/bookings/{id}/confirm");
        await desk.DoAsync($"/v1/bookings/{id}/start");
        var done = await desk.DoAsync($"/v1/bookings/{id}/complete");
        done.Text("state").ShouldBe("done");
        (await desk.RefusedAsync($"/v1/bookings/{id}/start", null, HttpStatusCode.Conflict, "mediation-move-not-allowed")).GetProperty("allowed").GetArrayLength().ShouldBe(0);
        await desk.DoAsync("/v1/bookings", Calls.Booking("lt", mediator), HttpStatusCode.Created);
        (await mediation.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE record_kind = 'booking' AND record_id = $1", id.ToString())).ShouldBe(4);
    }

    [Fact]
    public async Task Should_be_seen_by_the_counter_that_asked_and_by_its_mediator_without_who_it_is_for()
    {
        var subject = "staff:" + Guid.NewGuid();
        var mediator = await mediation.AddMediatorAsync("et", subject: subject);
        using var desk = mediation.At(office: "health");
        var booking = await desk.DoAsync("/v1/bookings", Calls.Booking("et", mediator, forPerson: "PERSON-1"), HttpStatusCode.Created);
        var path = "/v1/bookings/" + booking.GetProperty("id").GetGuid();
        using var otherOffice = mediation.At(office: "borders");
        using var otherCentre = mediation.At("cnaim-porto", office: "health");
        using var otherMediator = mediation.At(role: "mediator");
        using var own = mediation.At(role: "mediator", subject: subject);

        foreach (var client in new[] { otherOffice, otherCentre })
        {
            using var read = await client.ReadAsync(path);
            using var moved = await client.PostAsync(path + "/fail", new { reason = "cancelled" });
            (read.StatusCode, moved.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
            (await client.GetJsonAsync($"/v1/bookings?to={Uri.EscapeDataString(Calls.Tomorrow.AddDays(2).ToString("O"))}")).GetRawText().ShouldNotContain("PERSON-1");
        }

        using var foreign = await otherMediator.PostAsync(path.Replace("/v1/", "/v1/mediators/me/", StringComparison.Ordinal) + "/confirm");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var mine = (await own.GetJsonAsync(Mine())).GetRawText();
        mine.ShouldContain("cnaim-lisboa");
        mine.ShouldNotContain("PERSON-1");
        mine.ShouldNotContain("health");
        (await own.GetJsonAsync($"/v1/mediators/me/rota?from={Calls.Tomorrow:yyyy-MM-dd}")).GetProperty("free").GetArrayLength().ShouldBeGreaterThan(10);
        (await own.GetJsonAsync("/v1/mediators/me")).Text("displayName").ShouldBe("Brisa Exemplo");
    }

    [Fact]
    public async Task Should_refuse_what_is_no_booking()
    {
        var mediator = await mediation.AddMediatorAsync("lv");
        using var desk = mediation.At();

        await desk.RefusedAsync("/v1/bookings", Calls.Booking("ja", mediator), HttpStatusCode.UnprocessableEntity, "mediator-not-suitable");
        await desk.RefusedAsync("/v1/bookings", new { language = "lv", mode = "remote", from = Calls.Tomorrow, to = Calls.Tomorrow }, HttpStatusCode.UnprocessableEntity, "invalid-time");
        using var late = await desk.ReadAsync("/v1/bookings?from=9999-12-31T23:59:59Z");
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await desk.RefusedAsync("/v1/bookings", new { language = "lv", mode = "remote", forPerson = "A", forTicket = "B" }, HttpStatusCode.UnprocessableEntity, "one-reference");
        await desk.RefusedAsync("/v1/bookings", new { language = "lv", mode = "remote", forPerson = "Maria da Silva" }, HttpStatusCode.UnprocessableEntity, "one-reference");
    }

    [Fact]
    public async Task Should_be_forgotten_when_its_time_is_over()
    {
        var mediator = await mediation.AddMediatorAsync("th");
        using var desk = mediation.At();
        var id = (await desk.DoAsync("/v1/bookings", Calls.Booking("th", mediator), HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await mediation.ScalarAsync<object>("UPDATE booking SET starts_at = now() - interval '13 months', ends_at = now() - interval '13 months' + interval '30 minutes' WHERE booking_id = $1", id);
        using var administrator = mediation.At(centre: "", role: "administrator", office: "identity");

        await administrator.DoAsync("/operator/retention/run", new { runId = Guid.CreateVersion7(), category = "interpreter-bookings" });

        using var read = await desk.ReadAsync($"/v1/bookings/{id}");
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Mine() => $"/v1/mediators/me/bookings?to={Uri.EscapeDataString(Calls.Tomorrow.AddDays(2).ToString("O"))}";

    private async Task<bool> InsertAsync(Guid mediator, DateTimeOffset from)
    {
        try
        {
            await mediation.ScalarAsync<object>(Insert, mediator, from);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }
}
