using System.Net;
using Cnaim.Reception.Tests.Support;

namespace Cnaim.Reception.Tests.Tickets;

public sealed class When_tickets_are_issued(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_number_without_gaps_under_concurrency_and_refusals()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre, "reception");
        await reception.ExecuteAsync($"UPDATE reception_queue SET waiting_limit = 25 WHERE centre = '{centre}' AND code = 'welcome'");

        // 60 at once for 25 places: those that are too many are refused after they took a number, and give it back.
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => desk.PostAsync("/v1/tickets", new { queue = "welcome", language = "kea" }, key: Guid.NewGuid().ToString())));

        answers.Count(answer => answer.Status is HttpStatusCode.Created).ShouldBe(25);
        answers.Where(answer => answer.Status is not HttpStatusCode.Created).Select(answer => answer.Code).Distinct().ShouldBe(["queue-closed"]);
        (await desk.IssueAsync("specialised-support")).Number.ShouldBe("A026", "the protected queue takes its number from the same letter");
        answers.Where(answer => answer.Status is HttpStatusCode.Created).Select(answer => answer.Number).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 25).Select(number => $"A{number:D3}"));
    }

    [Fact]
    public async Task Should_start_at_1_each_local_day()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre, "reception");
        (await desk.IssueAsync()).Number.ShouldBe("A001");
        (await desk.IssueAsync()).Number.ShouldBe("A002");
        reception.Clock.Advance(TimeSpan.FromDays(1));
        (await desk.IssueAsync()).Number.ShouldBe("A001");
    }

    [Fact]
    public async Task Should_answer_a_repeated_request_with_the_same_ticket()
    {
        using var desk = reception.As(await reception.LocalAsync(), "reception");
        var key = Guid.NewGuid().ToString();
        var first = await desk.PostAsync("/v1/tickets", new { queue = "welcome", language = "por" }, key);
        var second = await desk.PostAsync("/v1/tickets", new { queue = "welcome", language = "por" }, key);

        second.Text.ShouldBe(first.Text);
        (await desk.IssueAsync()).Number.ShouldBe("A002");
        (await desk.PostAsync("/v1/tickets", new { queue = "welcome", language = "por" })).Status.ShouldBe(HttpStatusCode.BadRequest, "the key is required");
    }

    [Fact]
    public async Task Should_keep_no_token()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre, "reception");
        var ticket = await desk.IssueAsync();

        ticket.Token.Length.ShouldBe(22);
        (await reception.CountAsync("ticket", ticket.Token)).ShouldBe(0);
        (await desk.GetAsync($"/v1/tickets/{ticket.Id}")).Text.ShouldNotContain(ticket.Token);
        (await reception.ScalarAsync<long>($"SELECT count(*) FROM audit_entry WHERE record_id = '{ticket.Id}'")).ShouldBe(0, "an anonymous ticket concerns nobody");
    }

    [Theory]
    [InlineData("2026-11-24T08:59:00Z", "not-yet-open", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-24T16:30:00Z", "last-ticket-given", "2026-11-25T09:00:00Z")]
    [InlineData("2026-11-24T17:00:00Z", "after-hours", "2026-11-25T09:00:00Z")]
    [InlineData("2026-11-28T11:00:00Z", "closed-today", "2026-11-30T09:00:00Z")]
    [InlineData("2026-12-01T11:00:00Z", "holiday", "2026-12-02T09:00:00Z")]
    [InlineData("2026-07-14T08:30:00Z", null, null)]
    public async Task Should_say_why_a_queue_gives_none_and_when_it_opens(string time, string? reason, string? next)
    {
        using var desk = reception.As(await reception.LocalAsync(), "reception");
        reception.Clock.Set(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        var answer = await desk.PostAsync("/v1/tickets", new { queue = "welcome", language = "kea" }, key: Guid.NewGuid().ToString());

        if (reason is null)
        {
            answer.Status.ShouldBe(HttpStatusCode.Created, "in summer the centre opens at 8:00 UTC");
            return;
        }

        answer.Code.ShouldBe("queue-closed");
        answer.Body.GetProperty("reason").GetString().ShouldBe(reason);
        answer.Body.GetProperty("nextOpening").GetDateTimeOffset().ShouldBe(DateTimeOffset.Parse(next!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("nowhere", "kea", null, "queue")]
    [InlineData("welcome", "pt", null, "language")]
    [InlineData("welcome", "kea", "vip", "priority")]
    public async Task Should_name_what_is_wrong(string queue, string language, string? priority, string field)
    {
        using var desk = reception.As(await reception.LocalAsync(), "reception");
        var answer = await desk.PostAsync("/v1/tickets", new { queue, language, priority }, key: Guid.NewGuid().ToString());
        answer.Code.ShouldBe("invalid-reception-request");
        answer.Body.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_change_queue_or_priority_and_count_copies()
    {
        using var desk = reception.As(await reception.LocalAsync(), "reception");
        var ticket = await desk.IssueAsync();
        var changed = await desk.PostAsync($"/v1/tickets/{ticket.Id}/change", new { queue = "specialised-support", priority = "elderly" }, ifMatch: "\"1\"");
        (changed.Body.GetProperty("queue").GetString(), changed.Body.GetProperty("priority").GetString(), changed.Etag).ShouldBe(("specialised-support", "elderly", "\"2\""));
        (await desk.PostAsync($"/v1/tickets/{ticket.Id}/change", new { priority = "" }, ifMatch: "\"1\"")).Code.ShouldBe("stale-version");

        var copy = await desk.PostAsync($"/v1/tickets/{ticket.Id}/reprint");
        copy.Body.GetProperty("ticket").GetProperty("copies").GetInt32().ShouldBe(2);
        (await reception.Anybody().GetAsync($"/v1/ticket-status/{ticket.Token}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reception.Anybody().GetAsync($"/v1/ticket-status/{copy.Token}")).Number.ShouldBe(ticket.Number);
    }

    [Fact]
    public async Task Should_find_a_ticket_of_today_by_its_number()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre, "reception");
        var ticket = await desk.IssueAsync();
        using var victims = reception.As(centre, "office-agent", office: "victim-support");
        (await desk.GetAsync("/v1/tickets/by-number/a1")).Id.ShouldBe(ticket.Id);
        (await victims.GetAsync("/v1/tickets/by-number/A001")).Code.ShouldBe("not-found");
        (await desk.GetAsync("/v1/tickets/by-number/A002")).Code.ShouldBe("not-found");
        (await desk.GetAsync("/v1/tickets/by-number/1A")).Code.ShouldBe("not-found");
        reception.Clock.Advance(TimeSpan.FromDays(1));
        (await desk.GetAsync("/v1/tickets/by-number/A001")).Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Should_hide_a_ticket_of_another_centre_and_of_queues_of_other_offices()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre, "reception");
        var ticket = await desk.IssueAsync();
        using var elsewhere = reception.As(await reception.LocalAsync(), "reception");
        using var tax = reception.As(centre, "office-agent", office: "tax");
        using var victims = reception.As(centre, "office-agent", office: "victim-support");

        (await desk.GetAsync($"/v1/tickets/{ticket.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync($"/v1/tickets/{ticket.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await tax.GetAsync($"/v1/tickets/{ticket.Id}")).Status.ShouldBe(HttpStatusCode.OK, "the queue leads to that office");
        (await victims.GetAsync($"/v1/tickets/{ticket.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
