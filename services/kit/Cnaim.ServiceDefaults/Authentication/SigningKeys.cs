using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>The public keys of the issuer: fetched at start-up until it works, again after ten minutes, and at once for an unknown key id (at most every five seconds).</summary>
internal sealed partial class SigningKeys(IHttpClientFactory clients, IOptions<IdentityOptions> identity, TimeProvider clock, ILogger<SigningKeys> logger)
    : BackgroundService
{
    public const string HttpClientName = "signing-keys";
    private const int Attempts = 3;
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private volatile Snapshot _snapshot = new([], DateTimeOffset.MinValue);
    private Task? _refresh;

    public async ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var age = clock.GetUtcNow() - _snapshot.FetchedAt;
        if (_snapshot.Keys.TryGetValue(keyId, out var known))
        {
            _ = age > FreshFor ? RefreshOnceAsync() : null;
            return known;
        }

        if (age > Pause)
        {
            await RefreshOnceAsync().WaitAsync(cancellationToken);
        }

        return _snapshot.Keys.GetValueOrDefault(keyId);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && _snapshot.Keys.Count == 0)
        {
            try
            {
                await RefreshOnceAsync().WaitAsync(stoppingToken);
            }
            catch (KeysUnavailableException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), clock, stoppingToken);
            }
        }
    }

    private Task RefreshOnceAsync()
    {
        lock (_gate)
        {
            return _refresh is { IsCompleted: false } ? _refresh : _refresh = RefreshAsync();
        }
    }

    private async Task RefreshAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _snapshot = await FetchAsync();
                return;
            }
            catch (Exception exception) when (attempt < Attempts)
            {
                Log.Unreachable(logger, exception.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock);
            }
            catch (Exception exception)
            {
                throw new KeysUnavailableException(exception);
            }
        }
    }

    private async Task<Snapshot> FetchAsync()
    {
        using var client = clients.CreateClient(HttpClientName);
        var keys = new JsonWebKeySet(await client.GetStringAsync(identity.Value.Keys)).Keys
            .Where(key => key is { Kty: "EC", Crv: "P-256", Kid.Length: > 0, D: null })
            .ToDictionary(key => key.Kid, SecurityKey (key) => key, StringComparer.Ordinal);
        return new Snapshot(keys, clock.GetUtcNow());
    }

    private sealed record Snapshot(Dictionary<string, SecurityKey> Keys, DateTimeOffset FetchedAt);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "The signing keys could not be fetched ({Reason}); trying again")]
        public static partial void Unreachable(ILogger logger, string reason);
    }
}
