using Cnaim.Reception.Tests.Support;

namespace Cnaim.Reception.Tests.Desks;

public sealed class When_desks_call(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_call_each_ticket_once_from_eight_desks_at_once()
    {
        const int Tickets = 19; // the limit of a local queue is 20
        var centre = await reception.LocalAsync(desks: 8);
        using var welcome = reception.As(centre, "reception");
        var issued = new List<string>();
        for (var ticket = 0; ticket < Tickets; ticket++)
        {
            issued.Add((await welcome.IssueAsync()).Number);
        }

        var called = await Task.WhenAll(Enumerable.Range(1, 8).Select(async number =>
        {
            using var staff = reception.As(centre, subject: $"mediator-{number}");
            var desk = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await staff.DeskAsync("open", desk: desk);
            var own = new List<string>();
            while ((await staff.DeskAsync("call-next", desk: desk)).Current is { } ticket)
            {
                own.Add(ticket);
            }

            return own;
        }));

        called.SelectMany(own => own).Order(StringComparer.Ordinal).ShouldBe(issued);
        called.Count(own => own.Count > 0).ShouldBeGreaterThan(1, "the desks worked side by side");
        (await reception.ScalarAsync<long>($"SELECT count(*) FROM ticket WHERE centre = '{centre}' AND state = 'done' AND end_reason = 'served'")).ShouldBe(Tickets);
    }

    [Fact]
    public async Task Should_call_legal_priority_first_then_appointments_and_who_waits_long_then_by_arrival()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        var early = await desk.IssueAsync();
        reception.Clock.Advance(TimeSpan.FromMinutes(46));
        var late = await desk.IssueAsync();
        var appointment = await desk.IssueAsync();
        await reception.ExecuteAsync($"UPDATE ticket SET appointment_at = issued_at WHERE ticket_id = '{appointment.Id}'");
        var priority = await desk.IssueAsync(priority: "pregnant");
        var later = await desk.IssueAsync(priority: "elderly");
        await desk.DeskAsync("open");

        var order = new List<string?>();
        for (var call = 0; call < 5; call++)
        {
            order.Add((await desk.DeskAsync("call-next")).Current);
        }

        order.ShouldBe([priority.Number, later.Number, early.Number, appointment.Number, late.Number]);
    }

    [Fact]
    public async Task Should_refuse_a_desk_that_somebody_else_holds_and_say_so()
    {
        var centre = await reception.LocalAsync(desks: 2);
        using var first = reception.As(centre, subject: "first");
        using var second = reception.As(centre, subject: "second");
        await first.IssueAsync();
        (await first.PostAsync("/v1/desks/1/call-next")).Code.ShouldBe("desk-not-open");
        await first.DeskAsync("open");

        var held = await second.PostAsync("/v1/desks/1/call-next");
        (held.Code, held.Body.GetProperty("heldBy").GetString()).ShouldBe(("desk-held", "first"));
        (await second.PostAsync("/v1/desks/1/open")).Code.ShouldBe("desk-held");
        var elsewhere = await first.PostAsync("/v1/desks/2/open");
        (elsewhere.Code, elsewhere.Body.GetProperty("desk").GetString()).ShouldBe(("desk-elsewhere", "1"));
        await second.DeskAsync("open", new { takeOver = true });
        (await first.PostAsync("/v1/desks/1/call-next")).Code.ShouldBe("desk-held");
        await first.DeskAsync("open", desk: "2");
        (await first.PostAsync("/v1/desks/9/open")).Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Should_call_one_ticket_for_a_double_click()
    {
        using var desk = reception.As(await reception.LocalAsync());
        await desk.IssueAsync();
        await desk.IssueAsync();
        await desk.DeskAsync("open");
        var key = Guid.NewGuid().ToString();
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.PostAsync("/v1/desks/1/call-next", key: key)));

        clicks.Select(click => click.Text).Distinct().Count().ShouldBe(1);
        clicks[0].Current.ShouldBe("A001");
        (await desk.GetAsync("/v1/desks/1")).Current.ShouldBe("A001");
    }

    [Fact]
    public async Task Should_let_an_office_serve_only_queues_that_lead_to_it()
    {
        var centre = await reception.LocalAsync();
        using var welcome = reception.As(centre, "reception");
        var protectedOne = await welcome.IssueAsync("specialised-support");
        using var health = reception.As(centre, "office-agent", "agent", "health");
        var open = await health.DeskAsync("open");
        open.Body.GetProperty("queues").EnumerateArray().Select(queue => queue.GetString()).ShouldBe(["welcome"]);
        open.Text.ShouldNotContain(protectedOne.Number);
        (await health.DeskAsync("call-next")).Current.ShouldBeNull();
        (await health.PostAsync("/v1/desks/1/call", new { ticketId = protectedOne.Id, reason = "other" })).Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Should_wait_for_recalls_and_take_a_no_show_back()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        var ticket = await desk.IssueAsync();
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        (await desk.PostAsync("/v1/desks/1/recall")).Code.ShouldBe("recall-too-soon");
        reception.Clock.Advance(20);
        (await desk.DeskAsync("recall")).Body.GetProperty("current").GetProperty("calls").GetInt32().ShouldBe(2);
        (await desk.DeskAsync("no-show")).Current.ShouldBeNull();
        (await desk.PostAsync($"/v1/tickets/{ticket.Id}/return")).Body.GetProperty("state").GetString().ShouldBe("waiting");
        (await desk.DeskAsync("call-next")).Current.ShouldBe(ticket.Number);
        await desk.DeskAsync("no-show");
        for (var other = 0; other < 6; other++)
        {
            await desk.IssueAsync();
            reception.Clock.Advance(1);
            await desk.DeskAsync("call-next");
        }

        (await desk.PostAsync($"/v1/tickets/{ticket.Id}/return")).Code.ShouldBe("returned-too-late");
    }

    [Fact]
    public async Task Should_park_take_up_and_call_out_of_turn()
    {
        using var desk = reception.As(await reception.LocalAsync());
        var (first, second, third) = (await desk.IssueAsync(), await desk.IssueAsync(), await desk.IssueAsync());
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("start");
        (await desk.DeskAsync("park")).Body.GetProperty("parked")[0].GetProperty("number").GetString().ShouldBe(first.Number);
        (await desk.PostAsync("/v1/desks/1/call", new { ticketId = third.Id, reason = "because" })).Code.ShouldBe("invalid-reception-request");
        (await desk.DeskAsync("call", new { ticketId = third.Id, reason = "distress" })).Current.ShouldBe(third.Number);
        (await reception.ListAsync($"SELECT command FROM ticket_action WHERE ticket_id = '{third.Id}'")).ShouldBe(["call:distress"], "the log keeps why");
        (await reception.ListAsync($"SELECT action || ' ' || subject || ' ' || detail::text FROM audit_entry WHERE record_id IN ('{third.Id}', '{first.Id}')"))
            .ShouldBe(["""ticket.called-out-of-turn mediator-1 {"desk": "1", "reason": "distress"}"""], "the sealed trail keeps who and why; a call in turn and a refused one leave nothing there");
        (await desk.PostAsync("/v1/desks/1/unpark", new { ticketId = first.Id })).Code.ShouldBe("desk-busy");
        await desk.DeskAsync("finish");
        (await desk.DeskAsync("unpark", new { ticketId = first.Id })).Current.ShouldBe(first.Number);
        (await desk.PostAsync("/v1/desks/1/close")).Code.ShouldBe("desk-busy");
        (await desk.DeskAsync("call-next")).Current.ShouldBe(second.Number);
        (await desk.PostAsync("/v1/desks/1/no-show", ifMatch: "\"77\"")).Code.ShouldBe("stale-version");
    }

    [Fact]
    public async Task Should_transfer_to_a_queue_or_to_one_desk_and_lose_nobody_when_that_desk_closes()
    {
        var centre = await reception.LocalAsync(desks: 2);
        using var first = reception.As(centre, subject: "first");
        using var second = reception.As(centre, subject: "second");
        var ticket = await first.IssueAsync();
        await first.DeskAsync("open");
        await second.DeskAsync("open", desk: "2");
        await first.DeskAsync("call-next");
        (await first.PostAsync("/v1/desks/1/transfer", new { toQueue = "social", toDesk = "2" })).Code.ShouldBe("invalid-reception-request");
        await first.DeskAsync("transfer", new { toDesk = "2" });
        (await first.DeskAsync("call-next")).Current.ShouldBeNull("it waits for desk 2");
        await second.DeskAsync("close", desk: "2");
        (await first.DeskAsync("call-next")).Current.ShouldBe(ticket.Number, "it went back to its queue");
        (await first.DeskAsync("transfer", new { toQueue = "specialised-support" })).Current.ShouldBeNull();
        var waiting = await first.GetAsync($"/v1/tickets/{ticket.Id}");
        (waiting.Body.GetProperty("state").GetString(), waiting.Body.GetProperty("visitState").GetString()).ShouldBe(("transferred", "triaged"));
        waiting.Number.ShouldBe(ticket.Number);
    }

    [Fact]
    public async Task Should_transfer_to_a_colleague_wherever_they_sit_and_to_nobody_who_sits_nowhere()
    {
        var centre = await reception.LocalAsync(desks: 3);
        using var first = reception.As(centre, subject: "first");
        using var second = reception.As(centre, subject: "second");
        using var welcome = reception.As(centre, "reception");
        var ticket = await first.IssueAsync();
        await first.DeskAsync("open");
        await first.DeskAsync("call-next");
        (await first.PostAsync("/v1/desks/1/transfer", new { toPerson = "second" })).Code.ShouldBe("invalid-reception-request", "they sit nowhere");
        await second.DeskAsync("open", desk: "2");
        var held = (await first.GetAsync("/v1/desks")).Body.GetProperty("items").EnumerateArray().Select(desk => (desk.GetProperty("id").GetString(), desk.GetProperty("heldBy").GetString()));
        held.ShouldBe([("1", "first"), ("2", "second")]);
        (await welcome.GetAsync("/v1/desks")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden, "who calls nobody need not know who sits where");

        await second.DeskAsync("open", new { takeOver = true }, desk: "3");
        (await first.PostAsync("/v1/desks/1/transfer", new { toPerson = "first" })).Code.ShouldBe("invalid-reception-request", "they have the ticket already");
        (await first.PostAsync("/v1/desks/1/transfer", new { toPerson = "second", toDesk = "3" })).Code.ShouldBe("invalid-reception-request", "one of them");
        await first.DeskAsync("transfer", new { toPerson = "second" });
        (await first.DeskAsync("call-next")).Current.ShouldBeNull("it waits for whom it was sent to");
        (await second.DeskAsync("call-next", desk: "3")).Current.ShouldBe(ticket.Number);
    }
}
