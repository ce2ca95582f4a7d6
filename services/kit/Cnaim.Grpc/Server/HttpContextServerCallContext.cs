using System.IO.Compression;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server;

/// <summary>A call over an HTTP/2 request.</summary>
internal sealed class HttpContextServerCallContext : ServerCallContext, IServerCallContextFeature
{
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private AuthContext? _authContext;
    private string? _peer;
    private bool _hasResponseHeaders;
    private bool _hasMessage;

    public HttpContextServerCallContext(HttpContext http, ServerMethodSettings settings, bool isLimited)
    {
        Http = http;
        Settings = settings;
        Lifetime = new CallLifetime(this, isLimited);
    }

    public HttpContext Http { get; }

    public ServerMethodSettings Settings { get; }

    public CallLifetime Lifetime { get; }

    ServerCallContext IServerCallContextFeature.ServerCallContext => this;

    protected override string MethodCore => Http.Request.Path.Value ?? "";

    protected override string HostCore => Http.Request.Host.Value ?? "";

    protected override string PeerCore => _peer ??= PeerName.Of(Http.Connection);

    protected override DateTime DeadlineCore => Lifetime.Deadline;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= RequestMetadata.Read(Http.Request.Headers);

    protected override CancellationToken CancellationTokenCore => Lifetime.Token;

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => _authContext ??= PeerName.AuthContextOf(Http.Connection);

    /// <summary>Writes one message into the response without flushing it.</summary>
    public void WriteMessage<TResponse>(TResponse message, Marshaller<TResponse> marshaller, WriteOptions? options)
    {
        PrepareHeaders();
        var compression = options?.Flags.HasFlag(WriteFlags.NoCompress) == true ? null : AcceptedCompression();
        MessageWriter.Write(Http.Response.BodyWriter, message, marshaller.ContextualSerializer, compression, Settings.MaxSend);
        _hasMessage = true;
    }

    /// <summary>Writes status and trailers; into the headers when nothing was sent before.</summary>
    public void WriteStatus(Status status, Metadata? more)
    {
        PrepareHeaders();
        var target = _hasMessage || Http.Response.HasStarted
            ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : Http.Response.Headers;
        target.GrpcStatus = StatusNames.Of(status.StatusCode);
        if (!string.IsNullOrEmpty(status.Detail))
        {
            target.GrpcMessage = PercentEncoding.Encode(status.Detail);
        }

        Append(target, _responseTrailers);
        Append(target, more);
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        if (Http.Response.HasStarted || _hasMessage)
        {
            throw new InvalidOperationException("Response headers were sent already.");
        }

        PrepareHeaders();
        Append(Http.Response.Headers, responseHeaders);
        return Http.Response.BodyWriter.FlushAsync(Lifetime.Token).AsTask();
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options)
    {
        options ??= ContextPropagationOptions.Default;
        return new PropagatedContext(
            options.IsPropagateDeadline && Lifetime.Deadline != DateTime.MaxValue ? Lifetime.Deadline : null,
            options.IsPropagateCancellation ? Lifetime.Token : CancellationToken.None);
    }

    private static void Append(IHeaderDictionary target, Metadata? metadata)
    {
        for (var i = 0; i < (metadata?.Count ?? 0); i++)
        {
            if (!GrpcNames.IsReserved(metadata![i].Key))
            {
                target.Append(metadata[i].Key, MetadataValues.ToHeader(metadata[i]));
            }
        }
    }

    private void PrepareHeaders()
    {
        if (_hasResponseHeaders || Http.Response.HasStarted)
        {
            return;
        }

        _hasResponseHeaders = true;
        Http.Response.ContentType = GrpcNames.ContentType;
        if (AcceptedCompression() is not null)
        {
            Http.Response.Headers.GrpcEncoding = GrpcNames.Gzip;
        }
    }

    private CompressionLevel? AcceptedCompression()
    {
        if (Settings.Compression is not { } level)
        {
            return null;
        }

        var accepted = Http.Request.Headers.GrpcAcceptEncoding.ToString();
        return accepted.Contains(GrpcNames.Gzip, StringComparison.Ordinal) ? level : null;
    }
}
