namespace Grpc.Core;

/// <summary>A call with many requests and many responses.</summary>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
{
    private readonly AsyncCallState _state;

    /// <summary>A call.</summary>
    /// <param name="requestStream">The requests.</param>
    /// <param name="responseStream">The responses.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">The status of the finished call.</param>
    /// <param name="getTrailersFunc">The trailers of the finished call.</param>
    /// <param name="disposeAction">Ends the call.</param>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        _state = AsyncCallState.From(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <summary>A call.</summary>
    /// <param name="requestStream">The requests.</param>
    /// <param name="responseStream">The responses.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">The status of the finished call.</param>
    /// <param name="getTrailersFunc">The trailers of the finished call.</param>
    /// <param name="disposeAction">Ends the call.</param>
    /// <param name="state">Given to each function.</param>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        _state = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>The requests.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

    /// <summary>The responses; reading fails with <see cref="RpcException"/>.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>The response headers, as soon as they arrive.</summary>
    public Task<Metadata> ResponseHeadersAsync => _state.Headers();

    /// <summary>The status; only after the call has finished.</summary>
    public Status GetStatus() => _state.Status();

    /// <summary>The trailers; only after the call has finished.</summary>
    public Metadata GetTrailers() => _state.Trailers();

    /// <summary>Ends the call; cancels it when it still runs.</summary>
    public void Dispose() => _state.Dispose();
}
