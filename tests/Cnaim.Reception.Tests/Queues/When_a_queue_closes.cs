using System.Net;
using Cnaim.Reception.Closing;
using Cnaim.Reception.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Reception.Tests.Queues;

/// <summary>Nobody who holds a ticket is lost.</summary>
public sealed class When_a_queue_closes(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_demand_an_outcome_for_everybody_who_waits()
    {
        var centre = await reception.LocalAsync();
        using var coordinator = reception.As(centre, "coordinator");
        var (first, second, third) = (await coordinator.IssueAsync(), await coordinator.IssueAsync(), await coordinator.IssueAsync());

        var refused = await coordinator.PatchAsync("/v1/queues/welcome", new { state = "closed" }, "\"1\"");
        (refused.Code, refused.Body.GetProperty("waiting").GetInt32(), refused.Body.GetProperty("tickets").GetArrayLength()).ShouldBe(("queue-has-waiting", 3, 3));
        var half = new { state = "closed", tickets = new[] { new { ticketId = first.Id, waiting = "serve-to-end" } } };
        (await coordinator.PatchAsync("/v1/queues/welcome", half, "\"1\"")).Body.GetProperty("tickets").GetArrayLength().ShouldBe(2);
        (await coordinator.PatchAsync("/v1/queues/welcome", new { state = "closed", waiting = "transfer", toQueue = "nowhere" }, "\"1\"")).Code.ShouldBe("queue-has-waiting");

        var whole = new
        {
            state = "closed",
            noticePt = "Fechada hoje",
            noticeEn = "Closed today",
            waiting = "appointment-later",
            tickets = new[] { new { ticketId = first.Id, waiting = "serve-to-end", toQueue = (string?)null }, new { ticketId = second.Id, waiting = "transfer", toQueue = (string?)"specialised-support" } },
        };
        var closed = await coordinator.PatchAsync("/v1/queues/welcome", whole, "\"1\"");
        (closed.Status, closed.Body.GetProperty("reason").GetString(), closed.Etag).ShouldBe((HttpStatusCode.OK, "closed-by-staff", "\"2\""));

        (await StateAsync(coordinator, first)).ShouldBe(("waiting", "welcome", null));
        (await StateAsync(coordinator, second)).ShouldBe(("waiting", "specialised-support", null));
        (await StateAsync(coordinator, third)).ShouldBe(("done", "welcome", "appointment-later"));
        (await coordinator.PostAsync("/v1/tickets", new { queue = "welcome", language = "kea" }, key: Guid.NewGuid().ToString())).Code.ShouldBe("queue-closed");
        (await coordinator.PatchAsync("/v1/queues/welcome", new { state = "open" }, "\"1\"")).Code.ShouldBe("stale-version");
        (await coordinator.PatchAsync("/v1/queues/welcome", new { state = "open" }, "\"2\"")).Body.GetProperty("isOpen").GetBoolean().ShouldBeTrue();
        await coordinator.IssueAsync();
    }

    [Fact]
    public async Task Should_list_whoever_the_day_leaves_with_the_reason()
    {
        var centre = await reception.LocalAsync();
        using var coordinator = reception.As(centre, "coordinator");
        using var desk = reception.As(centre);
        var (served, parked, noShow, waiting) = (await desk.IssueAsync(), await desk.IssueAsync(), await desk.IssueAsync(), await desk.IssueAsync());
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("start");
        await desk.DeskAsync("park");
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("no-show");

        reception.Clock.Set(new DateTimeOffset(2026, 11, 24, 17, 59, 0, TimeSpan.Zero));
        await CloseDayAsync();
        (await StateAsync(desk, waiting)).State.ShouldBe("waiting", "who is in the house at closing is served to the end");
        reception.Clock.Advance(60);
        await CloseDayAsync();

        var left = await coordinator.GetAsync("/v1/visits/unserved?day=2026-11-24");
        left.Body.GetProperty("items").EnumerateArray().Select(visit => (visit.GetProperty("number").GetString(), visit.GetProperty("reason").GetString()))
            .ShouldBe([(parked.Number, "day-ended"), (noShow.Number, "no-show"), (waiting.Number, "day-ended")]);
        (await StateAsync(desk, served)).Reason.ShouldBe("served");
        (await reception.ScalarAsync<long>($"SELECT count(*) FROM ticket WHERE centre = '{centre}' AND state NOT IN ('done', 'no-show')")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_move_a_desk_to_other_queues()
    {
        var centre = await reception.LocalAsync();
        using var coordinator = reception.As(centre, "coordinator");
        using var desk = reception.As(centre);
        await desk.DeskAsync("open");
        var before = await coordinator.GetAsync("/v1/desks/1");
        (await desk.PatchAsync("/v1/desks/1", new { queues = new[] { "welcome" } }, before.Etag!)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await coordinator.PatchAsync("/v1/desks/1", new { queues = new[] { "nowhere" } }, before.Etag!)).Code.ShouldBe("invalid-reception-request");
        await coordinator.PatchAsync("/v1/desks/1", new { queues = new[] { "specialised-support" } }, before.Etag!);
        (await coordinator.PatchAsync("/v1/desks/1", new { queues = new[] { "welcome" } }, before.Etag!)).Code.ShouldBe("stale-version");

        var floor = await coordinator.GetAsync("/v1/floor");
        floor.Body.GetProperty("desks")[0].GetProperty("queues")[0].GetString().ShouldBe("specialised-support");
        var welcome = floor.Body.GetProperty("queues").EnumerateArray().Single(entry => entry.GetProperty("queue").GetProperty("id").GetString() is "welcome");
        (welcome.GetProperty("level").GetString(), welcome.GetProperty("queue").GetProperty("openDesks").GetInt32()).ShouldBe(("calm", 0));
    }

    private async Task CloseDayAsync()
    {
        await using var scope = reception.Services.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<CloseDay>().RunAsync(TestContext.Current.CancellationToken) > 0)
        {
            // the next batch
        }
    }

    private static async Task<(string? State, string? Queue, string? Reason)> StateAsync(Staff staff, Answer ticket)
    {
        var body = (await staff.GetAsync($"/v1/tickets/{ticket.Id}")).Body;
        return (body.GetProperty("state").GetString(), body.GetProperty("queue").GetString(), body.TryGetProperty("endReason", out var reason) ? reason.GetString() : null);
    }
}
