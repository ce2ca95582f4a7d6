using System.IO.Compression;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>What a call is, whatever its messages are: deadline, cancellation, headers, status, trailers.</summary>
internal abstract class ClientCall : IDisposable
{
    public static readonly Func<object, Task<Metadata>> HeadersOf = call => ((ClientCall)call).HeadersAsync();
    public static readonly Func<object, Status> StatusOf = call => ((ClientCall)call).Finished();
    public static readonly Func<object, Metadata> TrailersOf = call => ((ClientCall)call).Trailers();
    public static readonly Action<object> DisposeOf = call => ((ClientCall)call).Dispose();

    private readonly CancellationTokenSource _source = new();
    private readonly CancellationToken _userToken;
    private readonly CancellationToken _propagatedToken;
    private CancellationTokenRegistration _userRegistration;
    private CancellationTokenRegistration _propagatedRegistration;
    private CancellationTokenRegistration _shutdownRegistration;
    private TaskCompletionSource<Metadata>? _headers;
    private Metadata? _trailers;
    private Status? _status;
    private bool _isCancelledByDispose;
    private int _isReleased;

    protected ClientCall(GrpcChannel channel, IMethod method, string? host, CallOptions options)
    {
        (Channel, Method, Host, Options) = (channel, method, host, options);
        var propagated = options.PropagationToken as PropagatedContext;
        _propagatedToken = propagated?.CancellationToken ?? CancellationToken.None;
        _userToken = options.CancellationToken;
        Token = _source.Token;
        Deadline = Earlier(options.Deadline, propagated?.Deadline);
        Compression = string.Equals(options.Headers?.GetValue(Metadata.RequestEncodingKey), GrpcNames.Gzip, StringComparison.Ordinal)
            ? CompressionLevel.Fastest
            : null;
    }

    public GrpcChannel Channel { get; }

    public IMethod Method { get; }

    public string? Host { get; }

    public CallOptions Options { get; }

    public DateTime? Deadline { get; }

    public CompressionLevel? Compression { get; }

    public CancellationToken Token { get; }

    protected HttpResponseMessage? Response { get; set; }

    /// <summary>Starts deadline and cancellation.</summary>
    protected void Begin()
    {
        if (Deadline is { } deadline)
        {
            var rest = deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
            if (rest <= TimeSpan.Zero)
            {
                throw new OperationCanceledException();
            }

            _source.CancelAfter(TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(rest.TotalMilliseconds), int.MaxValue)));
        }

        _userRegistration = Link(_userToken);
        _propagatedRegistration = Link(_propagatedToken);
        _shutdownRegistration = Link(Channel.Shutdown);
    }

    public Task<Metadata> HeadersAsync()
    {
        lock (_source)
        {
            if (_headers is null)
            {
                _headers = new TaskCompletionSource<Metadata>(TaskCreationOptions.RunContinuationsAsynchronously);
                PublishHeaders();
            }

            return _headers.Task;
        }
    }

    public Status Finished() => _status ?? throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    public Metadata Trailers() =>
        _status is null ? throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.") : _trailers ?? [];

    /// <summary>Cancels the call when it still runs.</summary>
    public void Dispose()
    {
        if (_status is null)
        {
            _isCancelledByDispose = true;
            _source.Cancel();
            Finish(new Status(StatusCode.Cancelled, "gRPC call disposed."), null);
        }

        Release();
    }

    /// <summary>The message stands in the headers of the answer.</summary>
    protected void Received(HttpResponseMessage response)
    {
        lock (_source)
        {
            Response = response;
            PublishHeaders();
        }
    }

    /// <summary>Sets the final status, once.</summary>
    protected Status Finish(Status status, Metadata? trailers)
    {
        lock (_source)
        {
            if (_status is null)
            {
                (_status, _trailers) = (status, trailers);
                PublishHeaders();
            }

            return _status.Value;
        }
    }

    protected RpcException Failure(Status status) => new(status, _trailers ?? Metadata.Empty);

    /// <summary>The status that stands for an exception of the transport.</summary>
    protected Status StatusFor(Exception exception)
    {
        if (exception is RpcException rpc)
        {
            return rpc.Status;
        }

        if (_isCancelledByDispose || _userToken.IsCancellationRequested || Channel.Shutdown.IsCancellationRequested)
        {
            return new Status(StatusCode.Cancelled, "Call canceled by the client.");
        }

        if (_propagatedToken.IsCancellationRequested && !(Deadline <= TimeProvider.System.GetUtcNow().UtcDateTime))
        {
            return new Status(StatusCode.Cancelled, "The call that this one was made for ended.");
        }

        return _source.IsCancellationRequested || Deadline <= TimeProvider.System.GetUtcNow().UtcDateTime
            ? new Status(StatusCode.DeadlineExceeded, "")
            : TransportFailure.StatusFor(exception);
    }

    /// <summary>Ends timers and registrations and gives the connection back.</summary>
    protected virtual void Release()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
        {
            _userRegistration.Dispose();
            _propagatedRegistration.Dispose();
            _shutdownRegistration.Dispose();
            Response?.Dispose();
            _source.Dispose();
        }
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other)
    {
        one = one == DateTime.MaxValue ? null : one?.ToUniversalTime();
        return one is null || other < one ? other ?? one : one;
    }

    private CancellationTokenRegistration Link(CancellationToken token) =>
        token.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);

    private void PublishHeaders()
    {
        if (_headers is null)
        {
            return;
        }

        if (Response is not null)
        {
            _headers.TrySetResult(ResponseMetadata.Read(Response.Headers));
        }
        else if (_status is { } status)
        {
            _headers.TrySetException(new RpcException(status));
            _ = _headers.Task.Exception;
        }
    }
}
