namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>The service's own token for one audience: fetched once, shared, renewed before it expires.</summary>
internal sealed class OwnToken(string audience, TokenEndpoint endpoint, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);
    private readonly Lock _gate = new();
    private volatile Held _held = new("", DateTimeOffset.MinValue, DateTimeOffset.MinValue);
    private Task<Held>? _fetch;

    public ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var (held, now) = (_held, clock.GetUtcNow());
        if (now < held.RenewAt)
        {
            return ValueTask.FromResult(held.Token);
        }

        var fetch = FetchOnceAsync();
        return now < held.UsableUntil ? ValueTask.FromResult(held.Token) : WaitAsync(fetch, cancellationToken);
    }

    private static async ValueTask<string> WaitAsync(Task<Held> fetch, CancellationToken cancellationToken) =>
        (await fetch.WaitAsync(cancellationToken)).Token;

    private Task<Held> FetchOnceAsync()
    {
        lock (_gate)
        {
            return _fetch is { IsCompleted: false } ? _fetch : _fetch = FetchAsync();
        }
    }

    private async Task<Held> FetchAsync()
    {
        var issued = await endpoint.IssueAsync(audience, CancellationToken.None);
        var now = clock.GetUtcNow();
        return _held = new Held(issued.Token, now + (issued.Life * 0.75), now + issued.Life - Margin);
    }

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset UsableUntil);
}
