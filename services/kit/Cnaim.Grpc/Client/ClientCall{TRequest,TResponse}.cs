using System.Net;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A call with one request.</summary>
internal sealed class ClientCall<TRequest, TResponse>(
    GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    : ClientCall(channel, method, host, options)
    where TRequest : class
    where TResponse : class
{
    private ResponseReader? _reader;
    private Task? _start;

    public async Task<TResponse> RunUnaryAsync()
    {
        TResponse? response = null;
        Status status;
        try
        {
            await SendAsync();
            if (_reader is not null)
            {
                response = await _reader.ReadAsync(method.ResponseMarshaller, Token);
                if (response is not null && !await _reader.IsAtEndAsync(Token))
                {
                    throw new RpcException(new Status(StatusCode.Internal, "The answer has more than one message."));
                }
            }

            status = EndOfStream(needsMessage: true, response is not null);
        }
        catch (Exception exception)
        {
            status = Fail(exception);
        }
        finally
        {
            EndReading();
        }

        return status.StatusCode == StatusCode.OK ? response! : throw ExceptionFor(status);
    }

    public void StartStreaming() => _start = StartAsync();

    /// <summary>The next response, or null at the end; fails with the call's status.</summary>
    public async Task<TResponse?> ReadNextAsync(CancellationToken cancellationToken)
    {
        await _start!;
        using var registration = cancellationToken.UnsafeRegister(static state => ((ClientCall)state!).Dispose(), this);
        if (_reader is { } reader)
        {
            try
            {
                if (await reader.ReadAsync(method.ResponseMarshaller, Token) is { } response)
                {
                    return response;
                }

                EndOfStream(needsMessage: false, hasMessage: true);
            }
            catch (Exception exception)
            {
                Fail(exception);
            }

            EndReading();
        }

        var status = Finished();
        return status.StatusCode == StatusCode.OK ? null : throw ExceptionFor(status);
    }

    private async Task StartAsync()
    {
        try
        {
            await SendAsync();
            if (_reader is null)
            {
                EndOfStream(needsMessage: false, hasMessage: false);
            }
        }
        catch (Exception exception)
        {
            Fail(exception);
            EndReading();
        }
    }

    private async Task SendAsync()
    {
        Begin();
        using var content = new MessageContent<TRequest>(this, method.RequestMarshaller, request);
        using var message = CallRequest.Create(this, content);
        if (Options.Credentials is not null || Channel.Options.Credentials?.CallCredentials is not null)
        {
            await CallRequest.AddCredentialsAsync(message, this);
        }

        var response = await Send(message);
        Received(response);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var code = ResponseMetadata.ReadStatus(response.Headers)?.StatusCode ?? TransportFailure.CodeFor(response.StatusCode);
            throw new RpcException(new Status(code, $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}"));
        }

        if (!GrpcNames.IsGrpc(response.Content.Headers.ContentType?.MediaType))
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "Bad gRPC response. The content type is not gRPC."));
        }

        if (ResponseMetadata.ReadStatus(response.Headers) is null)
        {
            var stream = await response.Content.ReadAsStreamAsync(Token);
            _reader = new ResponseReader(stream, ResponseMetadata.ReadEncoding(response.Headers), Channel.Options.MaxReceiveMessageSize);
        }
    }

    private Task<HttpResponseMessage> Send(HttpRequestMessage message) => Channel.Invoker is HttpClient client
        ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Token)
        : Channel.Invoker.SendAsync(message, Token);

    private Status EndOfStream(bool needsMessage, bool hasMessage)
    {
        var headers = _reader is null ? Response!.Headers : Response!.TrailingHeaders;
        var status = ResponseMetadata.ReadStatus(headers) ?? new Status(StatusCode.Cancelled, "No grpc-status found on response.");
        if (status.StatusCode == StatusCode.OK && needsMessage && !hasMessage)
        {
            status = new Status(StatusCode.Internal, "Failed to deserialize response message.");
        }

        return Finish(status, ResponseMetadata.Read(headers));
    }

    private Status Fail(Exception exception) => Finish(StatusFor(exception), null);

    private void EndReading()
    {
        Interlocked.Exchange(ref _reader, null)?.Dispose();
        Release();
    }

    private Exception ExceptionFor(Status status) =>
        Channel.Options.ThrowOperationCanceledOnCancellation && status.StatusCode is StatusCode.Cancelled or StatusCode.DeadlineExceeded
            ? new OperationCanceledException(status.Detail, Failure(status), Options.CancellationToken)
            : Failure(status);
}
