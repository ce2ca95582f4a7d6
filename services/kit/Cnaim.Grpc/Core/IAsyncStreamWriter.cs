namespace Grpc.Core;

/// <summary>Messages that are sent one after the other; one write at a time.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next messages are written.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes one message.</summary>
    /// <param name="message">The message.</param>
    Task WriteAsync(T message);

    /// <summary>Writes one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task WriteAsync(T message, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? throw new NotSupportedException("This writer cannot cancel a write.")
            : WriteAsync(message);
}
