using System.Text.Json;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Routing;

namespace Cnaim.Gateway.Counter.Notices;

/// <summary>What everybody is told now. Asked for every few seconds and not for every page; a silent directory delays no page for longer than a moment.</summary>
internal sealed class CurrentNotices(IHttpClientFactory clients, ServiceAddresses addresses, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private Known _known = new(DateTimeOffset.MinValue, []);
    private int _isAsking;

    public async Task<IReadOnlyList<Notice>> GetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _known.At >= Fresh && Interlocked.Exchange(ref _isAsking, 1) == 0)
        {
            try
            {
                _known = new Known(now, await AskAsync(cancellationToken) ?? _known.Notices);
            }
            finally
            {
                Volatile.Write(ref _isAsking, 0);
            }
        }

        return [.. _known.Notices.Where(notice => notice.ShownFrom <= now && now < notice.ShownUntil)];
    }

    /// <summary>The next page asks anew: something was published or ended here.</summary>
    public void Forget() => _known = _known with { At = DateTimeOffset.MinValue };

    // Null where nobody answers: what was told before stays until its end.
    private async Task<IReadOnlyList<Notice>?> AskAsync(CancellationToken cancellationToken)
    {
        if (addresses.Http("directory") is not [var address, ..])
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(ServiceCalls.HttpClientName);
            return (await client.GetFromJsonAsync<NoticeList>(new Uri(new Uri(address), "/v1/notices/current"), limit.Token))?.Items;
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException or OperationCanceledException)
        {
            return null;
        }
    }

    private sealed record Known(DateTimeOffset At, IReadOnlyList<Notice> Notices);
}
