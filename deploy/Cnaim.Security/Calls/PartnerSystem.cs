using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Security.Calls;

/// <summary>A receiver on this machine that echoes its challenge and keeps what it gets; asked for anything but its own address it has been led elsewhere.</summary>
internal sealed class PartnerSystem : IAsyncDisposable
{
    private const string Hook = "/hook";
    private const string Handshake = "pt.cnaim.subscriptions.handshake.v1";
    private readonly WebApplication _app;
    private readonly string? _redirect;

    private PartnerSystem(WebApplication app, string? redirect) => (_app, _redirect) = (app, redirect);

    public ConcurrentQueue<SignedEvent> Events { get; } = [];

    /// <summary>Requests that followed the redirect.</summary>
    public int Followed { get; private set; }

    public string Url => _app.Urls.Single() + Hook;

    /// <param name="redirect">Where every request but the challenge is sent on to; null to take it.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<PartnerSystem> StartAsync(string? redirect, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var system = new PartnerSystem(builder.Build(), redirect);
        system._app.Run(system.TakeAsync);
        await system._app.StartAsync(cancellationToken);
        return system;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        if (context.Request.Path != Hook)
        {
            Followed++;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Events.Enqueue(SignedEvent.Of(context.Request, body.ToArray()));
        var got = JsonNode.Parse(body.ToArray())!;
        if (string.Equals((string?)got["type"], Handshake, StringComparison.Ordinal))
        {
            await context.Response.WriteAsync((string)got["data"]!["challenge"]!, context.RequestAborted);
        }
        else if (_redirect is not null)
        {
            context.Response.Redirect(_redirect);
        }
    }
}
