using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Testing.Edge;

/// <summary>A collector for OTLP over HTTP, and the texts that reached it.</summary>
internal sealed class TelemetryReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _exports = new();
    private readonly WebApplication _app;

    private TelemetryReceiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Everything received, export by export; texts stand in protobuf as they are.</summary>
    public IEnumerable<string> Texts => _exports.Select(Encoding.UTF8.GetString);

    /// <summary>Everything received as one text.</summary>
    public string Text => string.Concat(Texts);

    public static async Task<TelemetryReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new TelemetryReceiver(builder.Build());
        receiver._app.MapPost("/v1/traces", receiver.Receive);
        receiver._app.MapPost("/v1/metrics", receiver.Receive);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Receive(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        _exports.Enqueue(body.ToArray());
        return TypedResults.Bytes([], "application/x-protobuf");
    }
}
