using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Cnaim.Reception.Tests.Support;

/// <summary>Reads Server-Sent Events as a browser does.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private const int MostHeartbeats = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private EventStream(HttpResponseMessage response, Stream body) =>
        (_response, _events) = (response, SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken));

    public string? LastId { get; private set; }

    public static async Task<EventStream> OpenAsync(HttpClient client, string path, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        response.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        return new EventStream(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event; each has an id and none a type.</summary>
    public async Task<JsonElement> NextAsync()
    {
        (await _events.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeTrue();
        _events.Current.EventType.ShouldBe("message");
        LastId = _events.Current.EventId.ShouldNotBeNull();
        return JsonDocument.Parse(_events.Current.Data).RootElement;
    }

    /// <summary>The next event of a kind; a few heartbeats later it will not come any more.</summary>
    public async Task<JsonElement> NextAsync(string kind)
    {
        for (var others = 0; ; others++)
        {
            others.ShouldBeLessThan(MostHeartbeats, $"no {kind} comes");
            if (await NextAsync() is var next && string.Equals(next.GetProperty("kind").GetString(), kind, StringComparison.Ordinal))
            {
                return next;
            }
        }
    }

    /// <summary>Reads until the service ends the stream.</summary>
    public async Task EndAsync()
    {
        while (await _events.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
            // what was on its way
        }
    }

    public async Task UntilAsync(Func<JsonElement, bool> condition)
    {
        while (!condition((await NextAsync("state")).GetProperty("state")))
        {
            // the next one
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        _response.Dispose();
    }
}
