using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grpc.Net.Client;

/// <summary>Connections to one address; make one and keep it.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<IMethod, Uri> _addresses = new();
    private readonly CancellationTokenSource _shutdown = new();
    private readonly bool _ownsInvoker;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        Address = address;
        Options = options;
        IsSecure = string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        if (options.Credentials is { } credentials && credentials.IsSecure != IsSecure)
        {
            throw new InvalidOperationException("The channel's credentials do not fit the scheme of its address.");
        }

        if (options.HttpClient is not null && options.HttpHandler is not null)
        {
            throw new ArgumentException("Set either HttpClient or HttpHandler.", nameof(options));
        }

        _ownsInvoker = options.DisposeHttpClient || (options.HttpClient is null && options.HttpHandler is null);
        Invoker = options.HttpClient ?? new HttpMessageInvoker(options.HttpHandler ?? DefaultHandler(), _ownsInvoker);
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Grpc.Net.Client.GrpcChannel");
    }

    internal Uri Address { get; }

    internal GrpcChannelOptions Options { get; }

    internal bool IsSecure { get; }

    internal HttpMessageInvoker Invoker { get; }

    internal ILogger Logger { get; }

    internal CancellationToken Shutdown => _shutdown.Token;

    /// <summary>A channel to an address.</summary>
    /// <param name="address">With scheme, for example <c>http://127.0.0.1:5080</c>.</param>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to an address.</summary>
    /// <param name="address">With scheme, for example <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="channelOptions">How it connects.</param>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    /// <summary>A channel to an address.</summary>
    /// <param name="address">With scheme.</param>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to an address.</summary>
    /// <param name="address">With scheme.</param>
    /// <param name="channelOptions">How it connects.</param>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(_shutdown.IsCancellationRequested, this);
        return new HttpClientCallInvoker(this);
    }

    /// <summary>Cancels running calls and closes the connections that the channel owns.</summary>
    public void Dispose()
    {
        if (_shutdown.IsCancellationRequested)
        {
            return;
        }

        _shutdown.Cancel();
        if (_ownsInvoker)
        {
            Invoker.Dispose();
        }
    }

    internal Uri AddressOf(IMethod method) =>
        _addresses.TryGetValue(method, out var address) ? address : _addresses.GetOrAdd(method, new Uri(Address, method.FullName));

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    internal static SocketsHttpHandler DefaultHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = TimeSpan.FromSeconds(20),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    };
}
