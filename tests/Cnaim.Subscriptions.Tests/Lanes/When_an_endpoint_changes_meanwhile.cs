using System.Net;
using Cnaim.Subscriptions.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>What a partner changes while an answer is on its way.</summary>
public sealed class When_an_endpoint_changes_meanwhile(Installation here) : IClassFixture<Installation>
{
    private readonly TaskCompletionSource _answer = new();

    [Fact]
    public async Task Should_not_be_active_by_the_echo_of_another_address()
    {
        await using var former = await Receiver.StartAsync();
        await using var next = await Receiver.StartAsync();
        former.EchoesChallenges = next.EchoesChallenges = false;
        former.Answer = async (context, got) =>
        {
            await _answer.Task;
            await context.Response.WriteAsync(got.Json.GetProperty("data").GetProperty("challenge").GetString()!, Calls.Cancelled);
        };
        var client = await here.AgreeAsync();
        using var partner = here.As(client);
        var id = (await partner.DoAsync("/v1/endpoints", new { url = former.Url }, HttpStatusCode.Created)).GetProperty("endpoint").GetProperty("id").GetGuid();
        await Calls.UntilAsync(() => former.All.Count is 1, "the challenge is out");
        await ChangeAsync(partner, id, next);

        _answer.SetResult();
        await Calls.UntilAsync(() => !next.All.IsEmpty, "the new address is asked for an echo of its own");

        (await here.EndpointAsync(client, id)).GetProperty("state").GetString().ShouldBe("pending");
        next.EchoesChallenges = true;
        await partner.DoAsync($"/v1/endpoints/{id}/verify");
        (await here.EndpointAsync(client, id)).GetProperty("state").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task Should_send_a_new_address_what_happened_before_it_echoed()
    {
        await using var former = await Receiver.StartAsync();
        await using var next = await Receiver.StartAsync();
        next.EchoesChallenges = false;
        former.Answer = async (context, _) =>
        {
            await _answer.Task;
            await Receiver.Status(context, 204);
        };
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, former);
        using var partner = here.As(client);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => former.Events.Count is 1, "an event is out");
        await ChangeAsync(partner, id, next);
        _answer.SetResult();
        await Calls.UntilAsync(() => !next.All.IsEmpty, "the new address is challenged by itself");

        var meanwhile = await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id AND state = 'waiting'", new { id }) is 1, "it is owed");
        next.Events.ShouldBeEmpty();
        next.EchoesChallenges = true;
        await partner.DoAsync($"/v1/endpoints/{id}/verify");
        await Calls.UntilAsync(() => next.Events.Count is 1, "what happened meanwhile arrives");

        next.Events[0].Id.ShouldBe(meanwhile.ToString());
        former.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_stay_paused_when_410_comes_afterwards_and_tell_nothing_else()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (context, _) =>
        {
            await _answer.Task;
            await Receiver.Status(context, 410);
        };
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => receiver.Events.Count is 1, "an event is out");

        await partner.DoAsync($"/v1/endpoints/{id}/pause");
        _answer.SetResult();
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM attempt WHERE endpoint_id = @id AND outcome = 'gone'", new { id }) is 1, "the answer is in the log");

        (await here.EndpointAsync(client, id)).GetProperty("state").GetString().ShouldBe("paused");
        (await partner.GetJsonAsync("/v1/notices")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await here.ScalarAsync<long>("SELECT count(1) FROM audit_entry WHERE record_id = @id AND action = 'endpoint.disabled'", new { id = id.ToString() })).ShouldBe(0);
    }

    [Fact]
    public async Task Should_send_a_test_only_to_who_has_echoed()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.EchoesChallenges = false;
        using var partner = here.As(await here.AgreeAsync());
        var id = (await partner.DoAsync("/v1/endpoints", new { url = receiver.Url }, HttpStatusCode.Created)).GetProperty("endpoint").GetProperty("id").GetGuid();

        (await partner.DoAsync($"/v1/endpoints/{id}/test", expected: HttpStatusCode.Conflict)).ProblemOf().ShouldBe("endpoint-move-not-allowed");

        receiver.All.ShouldNotContain(got => got.Type == "pt.cnaim.subscriptions.test.v1");
    }

    /// <summary>Nine failures were those of an event that leaves no more: the next has ten tries of its own.</summary>
    [Fact]
    public async Task Should_begin_the_timetable_anew_when_the_head_is_withheld()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (context, _) => Receiver.Status(context, 500);
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => (await here.EndpointAsync(client, id)).GetProperty("attempts").GetInt32() is 1, "it failed once");
        await here.ExecuteAsync("UPDATE endpoint SET attempts = 9 WHERE endpoint_id = @id", new { id });

        await here.AgreeAsync(client, Calls.Terms() with { Municipalities = ["1312"] });
        here.Clock.Advance(TimeSpan.FromMinutes(1));
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id AND state = 'withheld'", new { id }) is 1, "it leaves no more");

        var endpoint = await here.EndpointAsync(client, id);
        (endpoint.GetProperty("attempts").GetInt32(), endpoint.GetProperty("state").GetString()).ShouldBe((0, "active"));
    }

    [Fact]
    public async Task Should_tell_how_much_waited_longer_than_events_are_kept()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);
        await partner.DoAsync($"/v1/endpoints/{id}/pause");
        await here.ExecuteAsync("SELECT create_event_partitions((clock_timestamp() AT TIME ZONE 'UTC')::date - n) FROM unnest(ARRAY[30, 31]) AS n");
        await here.ExecuteAsync(
            """
            INSERT INTO delivery (delivery_day, endpoint_id, event_day, position, event_id, created_at)
            SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date - n, @id, (clock_timestamp() AT TIME ZONE 'UTC')::date - n, -n, gen_random_uuid(), now()
            FROM unnest(ARRAY[30, 31, 31]) AS n
            """,
            new { id });

        await here.Services.GetRequiredService<EventPartitions>().MaintainAsync(Calls.Cancelled);

        var notice = (await partner.GetJsonAsync("/v1/notices")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (notice.GetProperty("kind").GetString(), notice.GetProperty("detail").GetString(), notice.GetProperty("endpointId").GetGuid()).ShouldBe(("deliveries-dropped", "2", id));
        (await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id AND state = 'waiting'", new { id })).ShouldBe(1);
    }

    private static async Task ChangeAsync(HttpClient partner, Guid id, Receiver next)
    {
        using var present = await partner.GetAsync(new Uri($"/v1/endpoints/{id}", UriKind.Relative), Calls.Cancelled);
        using var changed = await partner.SendAsync(HttpMethod.Put, $"/v1/endpoints/{id}", new { url = next.Url, ratePerSecond = 100 }, present.Headers.ETag!.ToString());
        (await changed.JsonAsync(HttpStatusCode.OK)).GetProperty("state").GetString().ShouldBe("pending");
    }
}
