using System.Threading.Channels;

namespace Cnaim.Messaging.Inbox;

/// <summary>Wakes the parked runner; holds at most one token.</summary>
internal sealed class ParkedSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _channel.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(atMost);
        try
        {
            await _channel.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was parked meanwhile.
        }
    }
}
