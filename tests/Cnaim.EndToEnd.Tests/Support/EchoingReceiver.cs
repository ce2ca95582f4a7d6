using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>A partner's system on this machine that echoes challenges and answers everything else as the test says.</summary>
internal sealed class EchoingReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoingReceiver(WebApplication app) => _app = app;

    public int Status { get; set; } = 204;

    /// <summary>False to answer a challenge as if it were an event.</summary>
    public bool Echoes { get; set; } = true;

    public string Url => _app.Urls.Single() + "/hook";

    public static async Task<EchoingReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new EchoingReceiver(builder.Build());
        receiver._app.MapPost("/hook", receiver.TakeAsync);
        await receiver._app.StartAsync(Api.Cancellation);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var got = (await context.Request.ReadFromJsonAsync<JsonObject>(context.RequestAborted))!;
        if (Echoes && ((string?)got["type"])?.EndsWith("handshake.v1", StringComparison.Ordinal) is true)
        {
            await context.Response.WriteAsJsonAsync(new { challenge = (string?)got["data"]!["challenge"] });
            return;
        }

        context.Response.StatusCode = Status;
        if (Status >= 500)
        {
            await context.Response.WriteAsync("no good today");
        }
    }
}
