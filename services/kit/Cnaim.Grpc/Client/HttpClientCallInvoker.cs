using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Makes calls over a channel.</summary>
internal sealed class HttpClientCallInvoker(GrpcChannel channel) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall<TRequest, TResponse>(channel, method, host, options, request);
        var response = call.RunUnaryAsync();
        return new AsyncUnaryCall<TResponse>(response, ClientCall.HeadersOf, ClientCall.StatusOf, ClientCall.TrailersOf, ClientCall.DisposeOf, call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall<TRequest, TResponse>(channel, method, host, options, request);
        call.StartStreaming();
        var responses = new ClientStreamReader<TRequest, TResponse>(call);
        return new AsyncServerStreamingCall<TResponse>(
            responses, ClientCall.HeadersOf, ClientCall.StatusOf, ClientCall.TrailersOf, ClientCall.DisposeOf, call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw Unimplemented();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw Unimplemented();

    private static RpcException Unimplemented() => new(new Status(StatusCode.Unimplemented, "Streaming requests are not supported."));
}
