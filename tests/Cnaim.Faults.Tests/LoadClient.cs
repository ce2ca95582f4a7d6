using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>
/// Sends requests at a fixed rate and repeats each with its key until it is accepted. Every answer goes to an append-only file (key, id, status, time):
/// counting source C1, which is read back from the file.
/// </summary>
internal sealed class LoadClient(string file, Uri url, string from, string to, string name) : IDisposable
{
    // Clients of an office that is down wait; a storm of repeats would test something else.
    private const int AtOnce = 60;
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Guid[] _streams = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];
    private readonly Lock _lock = new();
    private readonly List<Task> _running = [];
    private int _sent;
    private int _waiting;

    /// <summary>Sends at a rate until told to stop; requests that a dead office leaves open are repeated, and at most 60 wait.</summary>
    public async Task RunAsync(int perSecond, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        for (var number = 0; !stop.IsCancellationRequested;)
        {
            for (; number < clock.Elapsed.TotalSeconds * perSecond; number++)
            {
                if (Volatile.Read(ref _waiting) < AtOnce)
                {
                    Begin(number % 4 == 3 ? "/requests/stepwise" : "/requests");
                }
            }

            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <summary>Sends a number of requests, all at once.</summary>
    public void Burst(int count)
    {
        for (var number = 0; number < count; number++)
        {
            Begin("/requests");
        }
    }

    /// <summary>Sends one request on a stream of its own.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="receiver">Another receiver than the client's own.</param>
    public void Send(Guid stream, string? receiver = null) => Begin("/requests", stream, receiver);

    /// <summary>Waits until every request that was begun is accepted.</summary>
    public async Task DrainAsync()
    {
        Task[] running;
        lock (_lock)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running);
    }

    /// <summary>Keys and ids that were answered 201, from the file.</summary>
    public IReadOnlyList<(string Key, Guid Id)> Accepted() => !File.Exists(file)
        ? []
        : [.. File.ReadLines(file).Select(line => line.Split(' ')).Where(fields => fields[2] is "201").Select(fields => (fields[0], Guid.Parse(fields[1])))];

    /// <summary>Where new attempts go.</summary>
    public Uri Url { get; set; } = url;

    /// <summary>Keys that were begun.</summary>
    public int Keys => Volatile.Read(ref _sent);

    public void Dispose() => _http.Dispose();

    private void Begin(string path, Guid? stream = null, string? receiver = null)
    {
        var number = Interlocked.Increment(ref _sent);
        Interlocked.Increment(ref _waiting);
        var task = SendAsync(path, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"), new ProbeRequest(stream ?? _streams[number % _streams.Length], from, receiver ?? to));
        lock (_lock)
        {
            _running.Add(task);
        }
    }

    private async Task SendAsync(string path, string key, ProbeRequest body)
    {
        var clock = Stopwatch.StartNew();
        for (var attempt = 0; clock.Elapsed.TotalSeconds < 240; attempt++)
        {
            if (await TryAsync(path, key, body))
            {
                Interlocked.Decrement(ref _waiting);
                return;
            }

            await Task.Delay(Math.Min(1000, 100 << Math.Min(attempt, 4)));
        }

        throw new TimeoutException($"{key} was never accepted.");
    }

    private async Task<bool> TryAsync(string path, string key, ProbeRequest body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        var (status, id) = (0, Guid.Empty);
        try
        {
            using var answer = await _http.SendAsync(request);
            status = (int)answer.StatusCode;
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                id = (await answer.Content.ReadFromJsonAsync<ProbeAnswer>())!.Id;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or IOException)
        {
            // No answer: the outcome is unknown, and the key makes repeating safe.
            status = 0;
        }

        lock (_lock)
        {
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{key} {id} {status} {DateTimeOffset.UtcNow:O}\n"));
        }

        return status == (int)HttpStatusCode.Created;
    }
}
