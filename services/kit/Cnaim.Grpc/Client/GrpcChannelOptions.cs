using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>How a channel connects.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>How the channel is secured and the credentials of all its calls; by the address's scheme unless set.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>Largest message to send, in bytes; default none.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Largest message to receive, in bytes, also after decompression; default 4 MiB, null for none.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Makes the channel's loggers.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The client that sends the calls; exclusive with <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The handler that sends the calls; default a <see cref="SocketsHttpHandler"/> that opens more connections when one has no free stream.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>True to dispose <see cref="HttpClient"/> or <see cref="HttpHandler"/> with the channel; default false.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>True to throw <see cref="OperationCanceledException"/> instead of <see cref="RpcException"/> when the caller cancels or the deadline passes.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>True to send call credentials in clear text; only for loopback. Default false: without TLS they are not sent.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }
}
