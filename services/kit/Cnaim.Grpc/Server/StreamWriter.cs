using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Sends the responses of a streaming call.</summary>
internal sealed class StreamWriter<TResponse>(HttpContextServerCallContext call, Marshaller<TResponse> marshaller) : IServerStreamWriter<TResponse>
    where TResponse : class
{
    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TResponse message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        call.Lifetime.Token.ThrowIfCancellationRequested();
        if (!call.Lifetime.TryBeginWrite())
        {
            throw new InvalidOperationException("The call has ended, or another write is in progress.");
        }

        try
        {
            call.WriteMessage(message, marshaller, WriteOptions);
            if (WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) != true)
            {
                await FlushAsync(cancellationToken);
            }
        }
        finally
        {
            call.Lifetime.EndWrite();
        }
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            await call.Http.Response.BodyWriter.FlushAsync(call.Lifetime.Token);
            return;
        }

        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.Lifetime.Token);
        await call.Http.Response.BodyWriter.FlushAsync(source.Token);
    }
}
