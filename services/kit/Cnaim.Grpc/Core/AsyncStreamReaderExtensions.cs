using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>Reads streams more easily.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>Reads the next message.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="streamReader">The stream.</param>
    /// <returns>False at the end of the stream.</returns>
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return streamReader.MoveNext(CancellationToken.None);
    }

    /// <summary>All messages as an asynchronous sequence.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="streamReader">The stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static IAsyncEnumerable<T> ReadAllAsync<T>(this IAsyncStreamReader<T> streamReader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return Read(streamReader, cancellationToken);
    }

    private static async IAsyncEnumerable<T> Read<T>(IAsyncStreamReader<T> reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.MoveNext(cancellationToken))
        {
            yield return reader.Current;
        }
    }
}
