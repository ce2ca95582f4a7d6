using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Deadline, cancellation and the one end of a call. Timer and token are made only when something has to wait.</summary>
internal sealed class CallLifetime(HttpContextServerCallContext call, bool isLimited)
{
    private const int Open = 0;
    private const int Writing = 1;
    private const int Ended = 2;
    private readonly Lock _lock = new();
    private TimeSpan _timeout;
    private long _started;
    private ITimer? _timer;
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _aborted;
    private Task? _ending;
    private int _state;
    private bool _isDisposed;
    private volatile bool _isReading;
    private volatile bool _isPast;

    public DateTime Deadline { get; private set; } = DateTime.MaxValue;

    public bool IsPast => _isPast || (_timeout != Timeout.InfiniteTimeSpan && call.Settings.Clock.GetElapsedTime(_started) >= _timeout);

    public bool IsEnded => Volatile.Read(ref _state) == Ended;

    public CancellationToken Token => (_source ?? CreateSource()).Token;

    public void Start()
    {
        var header = call.Http.Request.Headers.GrpcTimeout;
        TimeSpan? requested = null;
        if (header.Count > 0)
        {
            requested = TimeoutHeader.TryParse(header.ToString(), out var parsed)
                ? parsed
                : throw new RpcException(new Status(StatusCode.Internal, "The header grpc-timeout is invalid."));
        }

        _timeout = isLimited ? call.Settings.Limits.Apply(requested) : requested ?? Timeout.InfiniteTimeSpan;
        _started = call.Settings.Clock.GetTimestamp();
        var now = call.Settings.Clock.GetUtcNow().UtcDateTime;
        if (_timeout != Timeout.InfiniteTimeSpan && _timeout < DateTime.MaxValue - now)
        {
            Deadline = now + _timeout;
        }
    }

    /// <summary>Starts the timer; called before the call waits for anything.</summary>
    public void Arm()
    {
        lock (_lock)
        {
            if (_timer is not null || _isDisposed || Deadline == DateTime.MaxValue)
            {
                return;
            }

            var rest = _timeout - call.Settings.Clock.GetElapsedTime(_started);
            var due = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(rest.TotalMilliseconds), 0, uint.MaxValue - 1.0));
            _timer = call.Settings.Clock.CreateTimer(static state => ((CallLifetime)state!).Pass(), this, due, Timeout.InfiniteTimeSpan);
        }
    }

    public void BeginRead()
    {
        _isReading = true;
        Arm();
    }

    /// <summary>Ends reading; a deadline that passed meanwhile ends the call here.</summary>
    public void EndRead()
    {
        _isReading = false;
        Interlocked.MemoryBarrier();
        if (_isPast)
        {
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, ""));
        }
    }

    public bool TryBeginWrite() => Interlocked.CompareExchange(ref _state, Writing, Open) == Open;

    public void EndWrite()
    {
        Volatile.Write(ref _state, Open);
        Interlocked.MemoryBarrier();
        if (_isPast)
        {
            EndPast();
        }
    }

    /// <summary>Claims the right to end the call; only one caller gets it.</summary>
    public bool TryEnd() => Interlocked.CompareExchange(ref _state, Ended, Open) == Open;

    /// <summary>Ends once nothing of the call runs any more: Kestrel hands the request's context to the next call, and a deadline under way would write into it.</summary>
    public ValueTask FinishAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        _aborted.Dispose();
        return _timer is null && _source is null ? ValueTask.CompletedTask : FinishSlowlyAsync();
    }

    private async ValueTask FinishSlowlyAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        if (_ending is not null)
        {
            await _ending;
        }

        _source?.Dispose();
    }

    private CancellationTokenSource CreateSource()
    {
        lock (_lock)
        {
            if (_source is null)
            {
                var source = new CancellationTokenSource();
                _aborted = call.Http.RequestAborted.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
                _source = source;
            }
        }

        Arm();
        return _source;
    }

    private void Pass()
    {
        _isPast = true;
        Interlocked.MemoryBarrier();
        try
        {
            _source?.Cancel();
        }
        catch (AggregateException exception)
        {
            ServerLog.CancellationFailed(call.Settings.Logger, call.Method, exception);
        }

        if (_isReading)
        {
            WakeReader();
            return;
        }

        EndPast();
    }

    private void WakeReader()
    {
        try
        {
            call.Http.Request.BodyReader.CancelPendingRead();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // The client reset the stream meanwhile; the read ends with the same exception. Thrown from the timer it would end the process.
        }
    }

    private void EndPast()
    {
        if (TryEnd())
        {
            call.WriteStatus(new Status(StatusCode.DeadlineExceeded, ""), null);
            _ending = CompleteAsync();
        }
    }

    private async Task CompleteAsync()
    {
        try
        {
            await call.Http.Response.CompleteAsync();
        }
        catch (Exception exception)
        {
            ServerLog.NotAnswered(call.Settings.Logger, call.Method, exception);
        }
    }
}
