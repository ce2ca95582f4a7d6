using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>A partner's system on this machine that answers as a test says, and keeps what it got. It echoes challenges unless told otherwise.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Received> All { get; } = [];

    /// <summary>Events only.</summary>
    public IReadOnlyList<Received> Events => [.. All.Where(got => !got.Type.StartsWith("pt.cnaim.subscriptions.", StringComparison.Ordinal))];

    /// <summary>How an event, a test or a heartbeat is answered.</summary>
    public Func<HttpContext, Received, Task> Answer { get; set; } = (context, _) => Status(context, 204);

    public bool EchoesChallenges { get; set; } = true;

    public string Url => _app.Urls.Single() + "/hook";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._app.MapPost("/hook", receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var got = new Received(TimeProvider.System.GetUtcNow(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body);
        All.Enqueue(got);
        if (EchoesChallenges && got.Type is "pt.cnaim.subscriptions.handshake.v1")
        {
            await context.Response.WriteAsJsonAsync(new { challenge = got.Json.GetProperty("data").GetProperty("challenge").GetString() });
            return;
        }

        await Answer(context, got);
    }
}

/// <summary>One request that a receiver got.</summary>
internal sealed record Received(DateTimeOffset At, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json { get; } = JsonElement.Parse(Body);

    public string Type => Json.GetProperty("type").GetString()!;

    public string Id => Headers["webhook-id"];

    public bool Is(string id) => string.Equals(Id, id, StringComparison.Ordinal);

    public string? Subject => Json.TryGetProperty("subject", out var subject) ? subject.GetString() : null;
}
