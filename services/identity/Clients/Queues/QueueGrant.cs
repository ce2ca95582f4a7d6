namespace Cnaim.Identity.Clients.Queues;

/// <summary>The queue that a client may ask for tokens for.</summary>
internal sealed record QueueGrant
{
    /// <summary>As in the scope: <c>vhost/queue</c>; the queue is <c>partner.</c> and the client's id.</summary>
    public required string Queue { get; init; }
}
