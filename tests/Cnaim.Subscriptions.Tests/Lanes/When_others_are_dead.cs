namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>Endpoints that hang or are slow take no place from healthy ones, and a rate is a rate.</summary>
public sealed class When_others_are_dead(SharedServers servers) : IAsyncLifetime
{
    private readonly Installation _here = new(servers);

    public ValueTask InitializeAsync() => _here.StartAsync(null, ("Lanes:Healthy", "4"), ("Lanes:Suspect", "4"));

    [Fact]
    public async Task Should_tell_the_healthy_in_time()
    {
        await using var healthy = await Receiver.StartAsync();
        await using var dead = await Receiver.StartAsync();
        await using var slow = await Receiver.StartAsync();
        dead.Answer = async (context, _) => await Task.Delay(60_000, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        slow.Answer = async (context, _) => await Task.Delay(10_000, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var client = await _here.AgreeAsync();
        for (var count = 0; count < 6; count++)
        {
            await _here.RegisterAsync(client, healthy);
        }

        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => healthy.Events.Count is 6, "the healthy are known as such");
        var other = await _here.AgreeAsync();
        for (var count = 0; count < 8; count++)
        {
            await _here.RegisterAsync(other, count % 2 is 0 ? dead : slow);
        }

        for (var count = 0; count < 20; count++)
        {
            var published = TimeProvider.System.GetUtcNow();
            var id = (await _here.Events.AcceptedAsync(Guid.CreateVersion7())).ToString();
            await Calls.UntilAsync(() => healthy.Events.Count(got => got.Is(id)) is 6, $"event {count} reaches the healthy", seconds: 4);
            healthy.Events.Where(got => got.Is(id)).Max(got => got.At - published).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        }

        dead.Events.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Should_send_no_faster_than_the_rate_also_after_an_outage()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await _here.AgreeAsync();
        var (id, _) = await _here.RegisterAsync(client, receiver, ratePerSecond: 10);
        using var partner = _here.As(client);
        await partner.DoAsync($"/v1/endpoints/{id}/pause");
        for (var count = 0; count < 35; count++)
        {
            await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        }

        await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id AND state = 'waiting'", new { id }) is 35, "all wait");
        await partner.DoAsync($"/v1/endpoints/{id}/resume");
        await Calls.UntilAsync(() => receiver.Events.Count is 35, "all arrive");

        var times = receiver.Events.Select(got => got.At).ToList();
        times.Max(from => times.Count(at => at >= from && at < from.AddSeconds(1))).ShouldBeLessThanOrEqualTo(11);
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();
}
