using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The responses of a streaming call.</summary>
internal sealed class ClientStreamReader<TRequest, TResponse>(ClientCall<TRequest, TResponse> call) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private TResponse? _current;

    public TResponse Current => _current ?? throw new InvalidOperationException("No message was read.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        _current = null;
        _current = await call.ReadNextAsync(cancellationToken);
        return _current is not null;
    }
}
