namespace Cnaim.Messaging;

/// <summary>The seam for carrying an erasure out again after a restore: a service that knows persons registers one.</summary>
public interface IReapplyErasures
{
    /// <summary>Finds whom the digests stand for and erases them inside the open <c>OfficeTransaction</c>.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="digests">SHA-256 digests as <c>messaging.erased_digest</c> makes them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many records changed; 0 where the person was gone.</returns>
    Task<long> RunAsync(Guid orderId, byte[][] digests, CancellationToken cancellationToken);
}
