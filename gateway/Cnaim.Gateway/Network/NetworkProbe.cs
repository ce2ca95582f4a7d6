using System.Net;
using Cnaim.Gateway.Routing;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Network;

/// <summary>Looks at the health of every service: each two seconds while somebody watches, each ten otherwise.</summary>
internal sealed class NetworkProbe(IHttpClientFactory clients, ServiceAddresses addresses, IOptions<GatewayOptions> options, TimeProvider clock)
    : BackgroundService
{
    public const string HttpClientName = "network-probe";
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Unwatched = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WatchedFor = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private volatile NetworkState _state = new(DateTimeOffset.MinValue, 0, 0, []);
    private Task? _look;
    private long _askedAt;

    /// <summary>The state, not older than the watched interval.</summary>
    public async Task<NetworkState> GetAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _askedAt, clock.GetTimestamp());
        if (clock.GetUtcNow() - _state.CheckedAt > Watched + TimeSpan.FromSeconds(0.5))
        {
            await LookOnceAsync().WaitAsync(cancellationToken);
        }

        return _state;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookOnceAsync();
            var isWatched = _askedAt != 0 && clock.GetElapsedTime(Volatile.Read(ref _askedAt)) < WatchedFor;
            await Task.Delay(isWatched ? Watched : Unwatched, clock, stoppingToken);
        }
    }

    private Task LookOnceAsync()
    {
        lock (_gate)
        {
            return _look is { IsCompleted: false } ? _look : _look = LookAsync();
        }
    }

    private async Task LookAsync()
    {
        using var client = clients.CreateClient(HttpClientName);
        var services = await Task.WhenAll(options.Value.Services.Select(service => LookAsync(client, service.Key, service.Value.Group)));
        _state = new NetworkState(
            clock.GetUtcNow(),
            services.Count(service => service.State is ServiceState.Running),
            services.Count(service => service.State is not ServiceState.NotStarted),
            services);
    }

    private async Task<ServiceState> LookAsync(HttpClient client, string code, string group)
    {
        if (addresses.Http(code) is not [var address, ..])
        {
            return new ServiceState(code, group, Ready: false, Flow: false, ServiceState.NotStarted);
        }

        var answers = await Task.WhenAll(AskAsync(client, address, "ready"), AskAsync(client, address, "flow"));
        return ServiceState.Of(code, group, answers[0], answers[1]);
    }

    private static async Task<bool?> AskAsync(HttpClient client, string address, string probe)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(address), "/health/" + probe), HttpCompletionOption.ResponseHeadersRead);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
