using System.Text.Json;

namespace Cnaim.Subscriptions.Tests.Queues;

/// <summary>Administrators see which queues there should be also while the broker's management does not answer.</summary>
public sealed class When_the_broker_is_silent(SharedServers servers) : IAsyncLifetime
{
    private readonly Installation _here = new(servers);

    public ValueTask InitializeAsync() => _here.StartAsync(null, ("Queues:Management", "http://nobody:none@127.0.0.1:9"));

    [Fact]
    public async Task Should_say_so_and_the_rest()
    {
        var client = await _here.AgreeAsync(terms => terms with { Queue = true });
        using var partner = _here.As(client);
        using (var opened = await partner.SendAsync(HttpMethod.Put, "/v1/queue", new { }))
        {
            opened.IsSuccessStatusCode.ShouldBeTrue();
        }

        using var administrator = _here.Administrator("one");
        var queue = (await administrator.GetJsonAsync("/v1/queues")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        (queue.GetProperty("clientId").GetString(), queue.GetProperty("partner").GetString(), queue.GetProperty("name").GetString()).ShouldBe((client, "A partner", "partner." + client));
        queue.GetProperty("messages").ValueKind.ShouldBe(JsonValueKind.Null);
        queue.GetProperty("connections").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();
}
