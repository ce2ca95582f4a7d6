using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Benchmarks.Webhooks;

/// <summary>Two hundred receivers, each a host of its own: 150 that answer at once, 20 that nobody listens for, 20 that take ten seconds, 10 that want less. Each writes what it took into a file of its own.</summary>
internal sealed class BenchReceivers : IAsyncDisposable
{
    public const int Count = 200;
    private const int Dead = 150;
    private const int Slow = 170;
    private const int Throttling = 190;
    private readonly WebApplication _app;
    private readonly StreamWriter[] _files;
    private readonly string _folder;

    private BenchReceivers(WebApplication app, string folder)
    {
        (_app, _folder) = (app, folder);
        _files = [.. Enumerable.Range(0, Count).Select(index => new StreamWriter(FileOf(index)) { AutoFlush = true })];
    }

    public static bool IsHealthy(int index) => index < Dead;

    public static async Task<BenchReceivers> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls([.. Enumerable.Range(0, Count).Select(index => $"http://{HostOf(index)}:0")]);
        builder.Logging.ClearProviders();
        Directory.CreateDirectory(folder);
        var receivers = new BenchReceivers(builder.Build(), folder);
        receivers._app.MapPost("/{index:int}", receivers.TakeAsync);
        await receivers._app.StartAsync();
        return receivers;
    }

    /// <summary>The dead ones have a port that nobody opens.</summary>
    public string UrlOf(int index) => index is >= Dead and < Slow ? "http://127.0.0.1:1999/" : $"{_app.Urls.Single(url => url.StartsWith($"http://{HostOf(index)}:", StringComparison.Ordinal))}/{index.ToString(CultureInfo.InvariantCulture)}";

    // A host each: the sender opens few connections to any one.
    private static string HostOf(int index) => string.Create(CultureInfo.InvariantCulture, $"127.0.1.{index + 1}");

    /// <summary>What a receiver wrote down: when, which event, of what, in which place.</summary>
    public IReadOnlyList<Taken> Read(int index)
    {
        using var stream = new FileStream(FileOf(index), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Taken.Parse)];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var file in _files)
        {
            await file.DisposeAsync();
        }
    }

    private async Task TakeAsync(int index, HttpContext context)
    {
        var at = TimeProvider.System.GetUtcNow();
        var body = await JsonElementOf(context.Request);
        if (index >= Throttling)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        if (index >= Slow)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (body.TryGetProperty("subject", out var subject))
        {
            lock (_files[index])
            {
                _files[index].WriteLine(new Taken(at, body.GetProperty("id").GetString()!, subject.GetString()!, long.Parse(body.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture)));
            }
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<JsonElement> JsonElementOf(HttpRequest request)
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        return document.RootElement.Clone();
    }

    private string FileOf(int index) => Path.Combine(_folder, index.ToString("000", CultureInfo.InvariantCulture) + ".txt");
}

/// <summary>A line of a receiver's file.</summary>
internal sealed record Taken(DateTimeOffset At, string Id, string Subject, long Sequence)
{
    public static Taken Parse(string line) => line.Split(' ') is [var at, var id, var subject, var sequence]
        ? new Taken(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), id, subject, long.Parse(sequence, CultureInfo.InvariantCulture))
        : throw new FormatException(line);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:O} {Id} {Subject} {Sequence}");
}
