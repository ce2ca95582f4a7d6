using System.Buffers.Text;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cnaim.Reception.Live;

/// <summary>
/// Follows a state. Every event carries the whole state and an id that is the digest of it: whoever resumes with the id of what he shows gets only what
/// differs, from whichever replica, and nothing twice.
/// </summary>
internal sealed class LiveStream(ChangeFeed feed, IHostApplicationLifetime host, TimeProvider clock)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // Commits of one moment become one event.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The events of a state from now on.</summary>
    /// <param name="centre">Whose changes wake the stream.</param>
    /// <param name="lastId">The header <c>Last-Event-ID</c>; null on a first connection.</param>
    /// <param name="longest">After this long the stream ends and the client, whose rights may have changed, comes again.</param>
    /// <param name="read">Reads the state; null ends the stream.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async IAsyncEnumerable<SseItem<LiveEvent<TState>>> Follow<TState>(
        string centre, string? lastId, TimeSpan longest, Func<CancellationToken, Task<TState?>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TState : class
    {
        // A host that stops does not wait for whoever still looks: they come again, to it or to another.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        var started = clock.GetTimestamp();
        var change = Task.CompletedTask;
        while (!stop.IsCancellationRequested && clock.GetElapsedTime(started) < longest)
        {
            // The same task is waited for until it is done, so that a change beside a heartbeat is not missed.
            if (change.IsCompleted || !feed.IsListening)
            {
                change = feed.NextAsync(centre);
                if (await read(cancellationToken) is not { } state)
                {
                    yield return Item<TState>("ended", null, lastId);
                    yield break;
                }

                if (IdOf(state) is var id && !string.Equals(id, lastId, StringComparison.Ordinal))
                {
                    lastId = id;
                    yield return Item("state", state, id);
                }
            }

            await Task.WhenAny(change, Task.Delay(Heartbeat, clock, stop.Token));
            if (change.IsCompleted)
            {
                await Task.Delay(Pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else if (!stop.IsCancellationRequested)
            {
                yield return Item<TState>("heartbeat", null, lastId);
            }
        }
    }

    private SseItem<LiveEvent<TState>> Item<TState>(string kind, TState? state, string? id) => new(new LiveEvent<TState>(kind, clock.GetUtcNow(), state)) { EventId = id };

    private static string IdOf<TState>(TState state) => Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(state)).AsSpan(0, 12));
}
