using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Cnaim.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Cnaim.Gateway.Tests;

/// <summary>What stands behind the gateway in these tests: it records each request that arrives and answers slowly, largely or in gRPC when asked to.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Upstream(WebApplication app, int grpcPort)
    {
        _app = app;
        GrpcAddress = $"http://127.0.0.1:{grpcPort}";
    }

    public ConcurrentQueue<Arrived> Requests { get; } = [];

    public string Address { get; private set; } = "";

    public string GrpcAddress { get; }

    public bool IsHealthy { get; set; } = true;

    /// <summary>What a path answers in place of its own name; a test scripts paths that no other test asks for.</summary>
    public ConcurrentDictionary<string, Func<HttpRequest, IResult>> Scripts { get; } = new(StringComparer.Ordinal);

    /// <summary>Exchanges tokens in identity's place.</summary>
    public Func<HttpRequest, Task<IResult>>? Exchange { get; set; }

    /// <summary>Whose rights change: the gateway is told at once.</summary>
    public Channel<string> RightsChanges { get; } = Channel.CreateUnbounded<string>();

    /// <summary>The requests that carry a mark.</summary>
    public IEnumerable<Arrived> Marked(string mark, string header = "X-Mark") =>
        Requests.Where(request => string.Equals(request.Headers.GetValueOrDefault(header), mark, StringComparison.Ordinal));

    public static async Task<Upstream> StartAsync()
    {
        var ports = FreePorts.Next(2);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinRequestBodyDataRate = null; // whoever cuts a slow body off, it is the gateway
            kestrel.Listen(IPAddress.Loopback, ports[0], listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, ports[1], listen => listen.Protocols = HttpProtocols.Http2);
        });
        var upstream = new Upstream(builder.Build(), ports[1]) { Address = $"http://127.0.0.1:{ports[0]}" };
        upstream._app.Run(upstream.AnswerAsync);
        await upstream._app.StartAsync();
        return upstream;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/health/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = IsHealthy ? 200 : 503;
            return;
        }

        if (path is "/connect/exchange")
        {
            await (await Exchange!(context.Request)).ExecuteAsync(context);
            return;
        }

        if (path is "/connect/rights-changes")
        {
            await context.Response.WriteAsJsonAsync(await ChangesAsync(await context.Request.ReadFormAsync(), context.RequestAborted));
            return;
        }

        if (path is "/v1/sign-in" or "/v1/claims-a-session")
        {
            context.Response.Headers["Cnaim-Session"] = "the-secret-of-a-session";
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Requests.Enqueue(new Arrived(
            context.Request.Method,
            path,
            context.Request.Protocol,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        if (Scripts.TryGetValue(path, out var script))
        {
            (body.Position, context.Request.Body) = (0, body);
            await script(context.Request).ExecuteAsync(context);
            return;
        }

        if (path.EndsWith("/slow", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        }

        if (path.EndsWith("/events", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromSeconds(3), context.RequestAborted); // longer than any other request may take here
        }

        await (path.StartsWith("/cnaim.screening.v1.", StringComparison.Ordinal) ? AnswerGrpcAsync(context, body.ToArray()) : context.Response.WriteAsJsonAsync(new { path }));
    }

    private async Task<object> ChangesAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (!long.TryParse(form["after"], CultureInfo.InvariantCulture, out var after))
        {
            return new { last = 1, subjects = Array.Empty<string>() };
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            return new { last = after + 1, subjects = new[] { await RightsChanges.Reader.ReadAsync(patience.Token) } };
        }
        catch (OperationCanceledException)
        {
            return new { last = after, subjects = Array.Empty<string>() };
        }
    }

    private static async Task AnswerGrpcAsync(HttpContext context, byte[] message)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(message);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    public sealed record Arrived(string Method, string Path, string Protocol, IReadOnlyDictionary<string, string> Headers, byte[] Body);
}
