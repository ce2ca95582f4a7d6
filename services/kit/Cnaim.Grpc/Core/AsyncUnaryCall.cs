using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>A call with one request and one response.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
public sealed class AsyncUnaryCall<TResponse> : IDisposable
{
    private readonly AsyncCallState _state;

    /// <summary>A call.</summary>
    /// <param name="responseAsync">The response.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">The status of the finished call.</param>
    /// <param name="getTrailersFunc">The trailers of the finished call.</param>
    /// <param name="disposeAction">Ends the call.</param>
    public AsyncUnaryCall(
        Task<TResponse> responseAsync,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        ResponseAsync = responseAsync;
        _state = AsyncCallState.From(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <summary>A call.</summary>
    /// <param name="responseAsync">The response.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">The status of the finished call.</param>
    /// <param name="getTrailersFunc">The trailers of the finished call.</param>
    /// <param name="disposeAction">Ends the call.</param>
    /// <param name="state">Given to each function.</param>
    public AsyncUnaryCall(
        Task<TResponse> responseAsync,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        ResponseAsync = responseAsync;
        _state = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>The response; fails with <see cref="RpcException"/>.</summary>
    public Task<TResponse> ResponseAsync { get; }

    /// <summary>The response headers, as soon as they arrive.</summary>
    public Task<Metadata> ResponseHeadersAsync => _state.Headers();

    /// <summary>Awaits <see cref="ResponseAsync"/>.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => ResponseAsync.GetAwaiter();

    /// <summary>Configures the await of <see cref="ResponseAsync"/>.</summary>
    /// <param name="continueOnCapturedContext">See <see cref="Task.ConfigureAwait(bool)"/>.</param>
    public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) =>
        ResponseAsync.ConfigureAwait(continueOnCapturedContext);

    /// <summary>The status; only after the call has finished.</summary>
    public Status GetStatus() => _state.Status();

    /// <summary>The trailers; only after the call has finished.</summary>
    public Metadata GetTrailers() => _state.Trailers();

    /// <summary>Ends the call; cancels it when it still runs.</summary>
    public void Dispose() => _state.Dispose();
}
