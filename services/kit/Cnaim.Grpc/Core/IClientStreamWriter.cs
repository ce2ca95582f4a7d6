namespace Grpc.Core;

/// <summary>The requests of a call.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Ends the requests.</summary>
    Task CompleteAsync();
}
