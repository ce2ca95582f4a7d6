using System.Threading.Channels;

namespace Cnaim.Messaging.Outbox;

/// <summary>Wakes the relay after a commit. Holds at most one token: set while the relay queries, it is still there afterwards, so no wake-up is lost.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Takes the token before a query, so that a later commit sets a new one.</summary>
    public void Take() => _channel.Reader.TryRead(out _);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(atMost);
        try
        {
            await _channel.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll interval passed.
        }
    }
}
