using Microsoft.AspNetCore.Http;
using Cnaim.Subscriptions.Sending;

namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>F15: what an endpoint may answer, and the timetable with the clock put forward.</summary>
public sealed class When_a_receiver_fails(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_try_ten_times_by_the_timetable_then_be_in_error_and_skip_nothing()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (context, _) => Receiver.Status(context, 500);
        var client = await here.AgreeAsync(terms => terms with { Municipalities = ["1106"] });
        var (id, _) = await here.RegisterAsync(client, receiver);
        var referral = Guid.CreateVersion7();
        var first = await here.Events.AcceptedAsync(referral);
        var second = await here.Events.AcceptedAsync(referral);

        for (var failures = 1; failures < Timetable.Attempts; failures++)
        {
            var (attempted, due) = await AttemptedAsync(id, failures);
            var least = Timetable.After(failures, null, 0)!.Value;
            (due!.Value - attempted).ShouldBeInRange(least - TimeSpan.FromSeconds(1), (least * 1.1) + TimeSpan.FromSeconds(1));
            if (failures is 3)
            {
                here.Clock.Advance(due.Value - here.Clock.GetUtcNow() - TimeSpan.FromSeconds(20));
                await here.PassAsync();
                receiver.Events.Count.ShouldBe(3, "nobody is tried early");
            }

            here.Clock.Advance(due.Value - here.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        }

        await Calls.UntilAsync(async () => (await here.EndpointAsync(client, id)).GetProperty("state").GetString() is "error", "it is in error");
        receiver.Events.Select(got => got.Id).ShouldBe(Enumerable.Repeat(first.ToString(), 10));
        (await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id AND state = 'waiting'", new { id })).ShouldBe(2);
        using var partner = here.As(client);
        (await partner.GetJsonAsync("/v1/notices")).GetProperty("items")[0].GetProperty("kind").GetString().ShouldBe("endpoint-error");
        (await here.ScalarAsync<long>("SELECT count(1) FROM audit_entry WHERE action = 'endpoint.error' AND record_id = @id", new { id = id.ToString() })).ShouldBe(1);

        receiver.Answer = (context, _) => Receiver.Status(context, 204);
        await partner.DoAsync($"/v1/endpoints/{id}/resume");
        await Calls.UntilAsync(() => receiver.Events.Count is 12, "both arrive");
        receiver.Events.Skip(10).Select(got => got.Id).ShouldBe([first.ToString(), second.ToString()]);
    }

    [Theory]
    [InlineData(301, "refused", 5)]
    [InlineData(302, "refused", 5)]
    [InlineData(307, "refused", 5)]
    [InlineData(404, "refused", 5)]
    [InlineData(500, "refused", 5)]
    [InlineData(429, "throttled", 120)]
    [InlineData(503, "throttled", 120)]
    public async Task Should_take_no_answer_but_2xx_for_received(int status, string outcome, int seconds)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var elsewhere = await Receiver.StartAsync();
        receiver.Answer = (context, _) =>
        {
            context.Response.Headers.Location = elsewhere.Url;
            context.Response.Headers.RetryAfter = outcome is "throttled" ? "120" : "";
            return Receiver.Status(context, status);
        };
        var (id, _) = await here.RegisterAsync(await here.AgreeAsync(), receiver);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());

        var (attempted, due) = await AttemptedAsync(id, 1);

        (due!.Value - attempted).TotalSeconds.ShouldBeInRange(seconds - 1, (seconds * 1.1) + 1);
        (await here.ScalarAsync<string>("SELECT outcome FROM attempt WHERE endpoint_id = @id AND kind = 'event'", new { id })).ShouldBe(outcome);
        elsewhere.All.ShouldBeEmpty();
        receiver.Answer = (context, _) => Receiver.Status(context, 202);
        here.Clock.Advance(TimeSpan.FromSeconds(seconds * 1.2));
        await Calls.UntilAsync(() => receiver.Events.Count is 2, "it is tried again");
        receiver.Events[1].Id.ShouldBe(receiver.Events[0].Id);
    }

    [Fact]
    public async Task Should_be_disabled_by_410_until_it_echoes_again()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (context, _) => Receiver.Status(context, 410);
        var client = await here.AgreeAsync(terms => terms with { Municipalities = ["1106"] });
        var (id, _) = await here.RegisterAsync(client, receiver);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => (await here.EndpointAsync(client, id)).GetProperty("state").GetString() is "disabled", "it is disabled");
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        using var partner = here.As(client);

        (await partner.GetJsonAsync("/v1/notices")).GetProperty("items")[0].GetProperty("kind").GetString().ShouldBe("endpoint-disabled");
        (await partner.DoAsync($"/v1/endpoints/{id}/resume", expected: System.Net.HttpStatusCode.Conflict)).ProblemOf().ShouldBe("endpoint-move-not-allowed");
        await here.PassAsync();
        receiver.Events.ShouldHaveSingleItem();
        receiver.Answer = (context, _) => Receiver.Status(context, 204);
        await partner.DoAsync($"/v1/endpoints/{id}/verify");
        (await here.EndpointAsync(client, id)).GetProperty("state").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task Should_call_an_answer_received_that_breaks_off_after_its_head()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (context, _) =>
        {
            context.Response.ContentLength = 100_000;
            await context.Response.WriteAsync("part", Calls.Cancelled);
            await context.Response.Body.FlushAsync(Calls.Cancelled);
            await Task.Delay(500, Calls.Cancelled); // a reset right away may overtake the head, and then no answer was seen
            context.Abort();
        };
        var (id, _) = await here.RegisterAsync(await here.AgreeAsync(), receiver);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());

        await Calls.UntilAsync(async () => await here.ScalarAsync<string>("SELECT state FROM delivery WHERE endpoint_id = @id", new { id }) is "delivered", "it is delivered");
        receiver.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_wait_fifteen_seconds_and_no_longer()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (context, _) => await Task.Delay(60_000, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (id, _) = await here.RegisterAsync(await here.AgreeAsync(), receiver);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());

        await Calls.UntilAsync(async () => await here.ScalarAsync<string>("SELECT outcome FROM attempt WHERE endpoint_id = @id AND kind = 'event'", new { id }) is "timed-out", "it is given up", seconds: 20);
        (await here.ScalarAsync<int>("SELECT duration_ms FROM attempt WHERE endpoint_id = @id AND kind = 'event'", new { id })).ShouldBeInRange(14_900, 16_500);
    }

    [Fact]
    public async Task Should_come_back_with_everything_once_and_in_order_after_an_hour()
    {
        await using var receiver = await Receiver.StartAsync();
        var isDown = true;
        var taken = new System.Collections.Concurrent.ConcurrentQueue<Received>();
        receiver.Answer = (context, got) =>
        {
            if (!isDown)
            {
                taken.Enqueue(got);
            }

            return Receiver.Status(context, isDown ? 503 : 204);
        };
        var (id, _) = await here.RegisterAsync(await here.AgreeAsync(), receiver);
        var referrals = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToList();
        for (var round = 0; round < 12; round++)
        {
            foreach (var referral in referrals)
            {
                await here.Events.AcceptedAsync(referral);
            }
        }

        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id", new { id }) is 60, "all are owed");
        await here.MissAnHourAsync(id);
        isDown = false;
        here.Clock.Advance(TimeSpan.FromHours(3));
        await Calls.UntilAsync(() => taken.Count >= 60, "all arrive", seconds: 30);

        taken.Select(got => got.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(60);
        taken.Count.ShouldBe(60);
        foreach (var subject in taken.GroupBy(got => got.Subject, StringComparer.Ordinal))
        {
            subject.Select(got => int.Parse(got.Json.GetProperty("sequence").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, 12));
        }
    }

    private async Task<(DateTimeOffset Attempted, DateTimeOffset? Due)> AttemptedAsync(Guid id, int attempts)
    {
        await Calls.UntilAsync(async () => await here.ScalarAsync<int>("SELECT attempts FROM endpoint WHERE endpoint_id = @id", new { id }) == attempts, $"attempt {attempts}");
        return (await here.ScalarAsync<DateTimeOffset>("SELECT max(started_at) FROM attempt WHERE endpoint_id = @id AND kind = 'event'", new { id }),
            await here.ScalarAsync<DateTimeOffset>("SELECT due_at FROM endpoint WHERE endpoint_id = @id", new { id }));
    }
}
