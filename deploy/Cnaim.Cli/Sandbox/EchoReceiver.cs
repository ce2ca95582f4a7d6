using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Cli.Sandbox;

/// <summary>A partner's receiver on loopback: verifies each webhook, echoes the challenge, tells what came, and can fail on purpose.</summary>
internal sealed class EchoReceiver : IAsyncDisposable
{
    /// <summary>How it may fail: every time, an event's first time, or the first time of what a subject begins with, so that what follows could overtake it.</summary>
    public static readonly string[] Failures = ["500", "410", "timeout", "first", "wrong-order"];

    private readonly SubjectOrder _order = new();
    private readonly ConcurrentDictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<string> _secret = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;
    private readonly string? _failure;
    private readonly Action<ReceivedWebhook> _tell;

    private EchoReceiver(WebApplication app, string? failure, Action<ReceivedWebhook> tell) => (_app, _failure, _tell) = (app, failure, tell);

    public string Address => _app.Urls.Single();

    public static async Task<EchoReceiver> StartAsync(string? failure, Action<ReceivedWebhook> tell, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new EchoReceiver(builder.Build(), failure, tell);
        receiver._app.MapPost("/", receiver.TakeAsync);
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>The endpoint's secret, once it is known; what comes before waits for it.</summary>
    public void Know(string secret) => _secret.TrySetResult(secret);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var secret = await _secret.Task.WaitAsync(cancellationToken);
        var isVerified = VerifyWebhook.IsGood(request.Headers, body.ToArray(), secret, TimeProvider.System.GetUtcNow());
        var received = isVerified ? JsonNode.Parse(body.ToArray()) : null;
        if (received?["data"]?["challenge"]?.ToString() is { } challenge)
        {
            return TypedResults.Json(new { challenge });
        }

        var (id, type) = (request.Headers["webhook-id"].ToString(), received?["type"]?.ToString() ?? "");
        var times = _seen.AddOrUpdate(id, 1, (_, before) => before + 1);
        var told = SandboxEvent.Read(id, received);
        var (isInOrder, isFirst) = told is null ? (default(bool?), false) : _order.Note(told);
        var answer = isVerified ? AnswerOf(times, isFirst) : StatusCodes.Status401Unauthorized;
        if (told is not null)
        {
            _order.Answered(told, answer is StatusCodes.Status204NoContent, isInOrder is true);
        }

        _tell(new ReceivedWebhook(TimeProvider.System.GetUtcNow(), isVerified, id, type, received?["subject"]?.ToString(), times, answer, isInOrder));
        if (answer is 0)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // until the sender gives up
        }

        return TypedResults.StatusCode(answer is 0 ? StatusCodes.Status500InternalServerError : answer);
    }

    private int AnswerOf(int times, bool isFirst) => _failure switch
    {
        "500" => StatusCodes.Status500InternalServerError,
        "410" => StatusCodes.Status410Gone,
        "timeout" => 0,
        "first" when times is 1 => StatusCodes.Status503ServiceUnavailable,
        "wrong-order" when isFirst => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status204NoContent,
    };
}
