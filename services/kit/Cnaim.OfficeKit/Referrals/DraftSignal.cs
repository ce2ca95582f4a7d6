using System.Threading.Channels;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Wakes the draft sender after a commit; a signal that comes while it works is kept.</summary>
internal sealed class DraftSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There may be something to do.</summary>
    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal or for the poll.</summary>
    public async Task WaitAsync(TimeSpan poll, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(poll);
        try
        {
            await _channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // the poll, or the end of the service
        }
    }
}
