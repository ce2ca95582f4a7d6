using System.Collections.Concurrent;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Tokens by the proof they were exchanged for: one exchange for many requests, forgotten in time, and at once when their subject's rights change.</summary>
/// <typeparam name="TKey">The proof's digest with what else tells one token from another.</typeparam>
/// <param name="longest">How long a token is handed out at most.</param>
/// <param name="clock">The time.</param>
public sealed class ExchangedTokens<TKey>(TimeSpan longest, TimeProvider clock)
    where TKey : notnull
{
    private const int Capacity = 20_000;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>The token of a key, fetched when there is none or it is too old.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fetch">Exchanges the proof.</param>
    /// <param name="cancellationToken">Stops waiting, not the shared exchange.</param>
    /// <returns>The token, and whether it was at hand.</returns>
    public async ValueTask<string> GetAsync(TKey key, Func<Task<IssuedToken>> fetch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        var now = clock.GetUtcNow();
        if (_entries.TryGetValue(key, out var entry))
        {
            if (entry.Token is { } token && now < entry.Until)
            {
                return token;
            }

            if (entry.Fetch is { IsCompleted: false } pending)
            {
                return (await pending.WaitAsync(cancellationToken)).Token;
            }
        }

        return await FetchAsync(key, fetch, cancellationToken);
    }

    /// <summary>Forgets tokens; who is fetching now fetches for itself and is kept no longer.</summary>
    /// <param name="which">Tells by the key.</param>
    public void Forget(Func<TKey, string?, bool> which)
    {
        ArgumentNullException.ThrowIfNull(which);
        foreach (var (key, entry) in _entries)
        {
            if (entry.Token is null || which(key, entry.Token))
            {
                _entries.TryRemove(KeyValuePair.Create(key, entry));
            }
        }
    }

    private async Task<string> FetchAsync(TKey key, Func<Task<IssuedToken>> fetch, CancellationToken cancellationToken)
    {
        if (_entries.Count >= Capacity)
        {
            Trim();
        }

        var entry = new Entry(null, DateTimeOffset.MaxValue, fetch());
        _entries[key] = entry;
        try
        {
            var issued = await entry.Fetch!.WaitAsync(cancellationToken);
            var life = issued.Life - Margin < longest ? issued.Life - Margin : longest;
            _entries.TryUpdate(key, new Entry(issued.Token, clock.GetUtcNow() + life, null), entry);
            return issued.Token;
        }
        catch
        {
            _entries.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    private void Trim()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, entry) in _entries)
        {
            if (entry.Until <= now)
            {
                _entries.TryRemove(KeyValuePair.Create(key, entry));
            }
        }

        if (_entries.Count >= Capacity)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(string? Token, DateTimeOffset Until, Task<IssuedToken>? Fetch);
}
