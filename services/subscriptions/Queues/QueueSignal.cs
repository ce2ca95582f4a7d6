namespace Cnaim.Subscriptions.Queues;

/// <summary>Something about a queue has changed: it is compared now and not at the next look.</summary>
internal sealed class QueueSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => _set.WaitAsync(time, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    public void Dispose() => _set.Dispose();
}
