namespace Grpc.Core;

/// <summary>A call as the server sees it.</summary>
public abstract class ServerCallContext
{
    private Dictionary<object, object>? _userState;

    /// <summary><c>/service/method</c>.</summary>
    public string Method => MethodCore;

    /// <summary>The authority that the caller named.</summary>
    public string Host => HostCore;

    /// <summary>The caller's address, for example <c>ipv4:127.0.0.1:5000</c>.</summary>
    public string Peer => PeerCore;

    /// <summary>When the call ends at the latest, UTC.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>The metadata that the caller sent.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Cancelled when the caller gives up or the deadline passes.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>Trailers to send after the answer.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>The status to answer when the handler returns; <see cref="StatusCode.OK"/> unless set.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>How responses are written.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>What transport security knows about the peer.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>State of the application for this call.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <inheritdoc cref="Method"/>
    protected abstract string MethodCore { get; }

    /// <inheritdoc cref="Host"/>
    protected abstract string HostCore { get; }

    /// <inheritdoc cref="Peer"/>
    protected abstract string PeerCore { get; }

    /// <inheritdoc cref="Deadline"/>
    protected abstract DateTime DeadlineCore { get; }

    /// <inheritdoc cref="RequestHeaders"/>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <inheritdoc cref="CancellationToken"/>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <inheritdoc cref="ResponseTrailers"/>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <inheritdoc cref="Status"/>
    protected abstract Status StatusCore { get; set; }

    /// <inheritdoc cref="WriteOptions"/>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <inheritdoc cref="AuthContext"/>
    protected abstract AuthContext AuthContextCore { get; }

    /// <inheritdoc cref="UserState"/>
    protected virtual IDictionary<object, object> UserStateCore => _userState ??= [];

    /// <summary>Sends response headers before the first response; once per call.</summary>
    /// <param name="responseHeaders">The headers.</param>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>A token that gives deadline and cancellation on to calls made for this one.</summary>
    /// <param name="options">What to give on; everything when null.</param>
    public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) => CreatePropagationTokenCore(options);

    /// <inheritdoc cref="WriteResponseHeadersAsync"/>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);

    /// <inheritdoc cref="CreatePropagationToken"/>
    protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
}
