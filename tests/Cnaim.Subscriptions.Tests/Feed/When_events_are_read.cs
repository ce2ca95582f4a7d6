using System.Diagnostics;
using System.Net;

namespace Cnaim.Subscriptions.Tests.Feed;

public sealed class When_events_are_read(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_page_by_cursor_and_show_each_allowed_event_once()
    {
        var client = await here.AgreeAsync(terms => terms with { EventTypes = ["pt.cnaim.referral.accepted.v1"], Municipalities = ["1106"] });
        using var partner = here.As(client);
        var start = (await partner.GetJsonAsync("/v1/events?limit=500")).GetProperty("next").GetString();
        var sent = new List<string>();
        for (var count = 0; count < 7; count++)
        {
            sent.Add((await here.Events.AcceptedAsync(Guid.CreateVersion7())).ToString());
            await here.Events.AcceptedAsync(Guid.CreateVersion7(), "nowhere");
        }

        var (got, after) = (new List<string>(), start);
        await Calls.UntilAsync(
            async () =>
            {
                var page = await partner.GetJsonAsync($"/v1/events?limit=3&after={after}");
                got.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
                page.GetProperty("items").GetArrayLength().ShouldBeLessThanOrEqualTo(3);
                after = page.GetProperty("next").GetString();
                return got.Count >= 7;
            },
            "all are read");

        got.ShouldBe(sent, ignoreOrder: true); // of different referrals: two lanes of the inbox
        (await partner.GetJsonAsync($"/v1/events?after={after}")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Should_hold_an_empty_answer_back_until_something_comes()
    {
        var client = await here.AgreeAsync();
        using var partner = here.As(client);
        var after = (await partner.GetJsonAsync("/v1/events?limit=500")).GetProperty("next").GetString();

        var waiting = partner.GetJsonAsync($"/v1/events?after={after}&wait=20");
        await Task.Delay(1000, Calls.Cancelled);
        waiting.IsCompleted.ShouldBeFalse();
        var id = await here.Events.AcceptedAsync(Guid.CreateVersion7());

        (await waiting).GetProperty("items")[0].GetProperty("id").GetString().ShouldBe(id.ToString());
    }

    [Fact]
    public async Task Should_answer_empty_when_the_time_is_over()
    {
        using var partner = here.As(await here.AgreeAsync());
        var after = (await partner.GetJsonAsync("/v1/events?limit=500")).GetProperty("next").GetString();

        var clock = Stopwatch.StartNew();
        var page = await partner.GetJsonAsync($"/v1/events?after={after}&wait=2");

        page.GetProperty("items").GetArrayLength().ShouldBe(0);
        page.GetProperty("next").GetString().ShouldBe(after);
        clock.Elapsed.TotalSeconds.ShouldBeGreaterThan(1.9); // it did wait; how much longer is the machine's matter
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("after=-1")]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("wait=31")]
    [InlineData("wait=-1")]
    public async Task Should_refuse_what_is_no_cursor(string query)
    {
        using var partner = here.As(await here.AgreeAsync());
        (await partner.GetJsonAsync($"/v1/events?{query}", HttpStatusCode.UnprocessableEntity)).ProblemOf().ShouldBe("cursor-invalid");
    }

    /// <summary>After a restore numbers are given again: whoever waits beyond them would step over what comes.</summary>
    [Fact]
    public async Task Should_refuse_a_cursor_of_before_a_restore()
    {
        using var partner = here.As(await here.AgreeAsync());
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT COALESCE(max(position), 0) FROM event_log") > 0, "it is kept");
        var newest = await here.ScalarAsync<long>("SELECT max(position) FROM event_log");

        (await partner.GetJsonAsync($"/v1/events?after={newest}")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await partner.GetJsonAsync($"/v1/events?after={newest + 1000}", HttpStatusCode.Gone)).ProblemOf().ShouldBe("cursor-expired");
    }

    [Fact]
    public async Task Should_say_what_the_partner_has_missed_after_thirty_days()
    {
        using var partner = here.As(await here.AgreeAsync());
        await here.ExecuteAsync("UPDATE event_floor SET position = 5");
        try
        {
            (await partner.GetJsonAsync("/v1/events?after=4", HttpStatusCode.Gone)).ProblemOf().ShouldBe("cursor-expired");
            await partner.GetJsonAsync("/v1/events?after=5");
        }
        finally
        {
            await here.ExecuteAsync("UPDATE event_floor SET position = 0");
        }
    }

    [Fact]
    public async Task Should_be_audited_when_something_was_shown()
    {
        var client = await here.AgreeAsync();
        using var partner = here.As(client);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => (await partner.GetJsonAsync("/v1/events")).GetProperty("items").GetArrayLength() > 0, "something is shown");

        (await here.ScalarAsync<long>("SELECT count(1) FROM audit_entry WHERE action = 'events.read' AND subject = @client", new { client })).ShouldBe(1);
    }

    [Fact]
    public async Task Should_apply_what_came_out_of_order_once_in_order()
    {
        var client = await here.AgreeAsync();
        using var partner = here.As(client);
        var after = (await partner.GetJsonAsync("/v1/events?limit=500")).GetProperty("next").GetString();
        var (referral, ids) = (Guid.CreateVersion7(), new[] { Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7() });
        foreach (var version in (int[])[3, 1, 1, 2, 3])
        {
            await here.Events.PublishAsync("health", referral, Accepted(referral), version, ids[version - 1]);
        }

        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM event_log WHERE subject = @referral", new { referral }) is 3, "three are kept");
        var page = await partner.GetJsonAsync($"/v1/events?after={after}");
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldBe(ids);
    }

    private static Contracts.Events.ReferralAccepted Accepted(Guid referral) => new()
    {
        ReferralId = referral,
        Sender = "reception",
        Receiver = "health",
        Status = "accepted",
        Centre = "cnaim-lisboa",
        OccurredAt = TimeProvider.System.GetUtcNow(),
    };
}
