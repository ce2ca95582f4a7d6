using Cnaim.GrpcTests.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Cnaim.Grpc.Tests;

/// <summary>Does what the request asks for.</summary>
internal sealed class EchoService(EchoLog log) : Echo.EchoBase
{
    public override async Task<EchoReply> Say(EchoRequest request, ServerCallContext context)
    {
        log.Deadline = context.Deadline;
        log.Encoding = context.GetHttpContext().Request.Headers.GrpcEncoding.ToString();
        log.Authorization = context.RequestHeaders.GetValue("authorization");
        await Behave(request, context);
        return request.Behaviour switch
        {
            "silent" => null!,
            "large" => new EchoReply { Payload = ByteString.CopyFrom(new byte[request.Times]) },
            _ => new EchoReply { Text = request.Text, Payload = request.Payload, Number = request.Times },
        };
    }

    public override async Task Repeat(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        log.Deadline = context.Deadline;
        try
        {
            for (var number = 1; number <= request.Times; number++)
            {
                await responseStream.WriteAsync(new EchoReply { Text = request.Text, Payload = request.Payload, Number = number });
            }

            await Behave(request, context);
        }
        catch (OperationCanceledException)
        {
            log.Cancelled.TrySetResult();
            throw;
        }
    }

    private async Task Behave(EchoRequest request, ServerCallContext context)
    {
        log.Started.TrySetResult();
        switch (request.Behaviour)
        {
            case "wait":
                await Wait(request, context);
                break;
            case "throw-when-cancelled":
                context.CancellationToken.UnsafeRegister(_ => throw new InvalidOperationException("a callback of the handler"), null);
                await Wait(request, context);
                break;
            case "swallow":
                await Task.Delay(request.DelayMilliseconds, CancellationToken.None);
                log.Finished.TrySetResult();
                break;
            case "fail":
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "não é possível: 100 %\n"), Details());
            case "throw":
                throw new InvalidOperationException("secret text");
            case "metadata":
                await ReturnMetadata(context);
                break;
        }
    }

    private async Task Wait(EchoRequest request, ServerCallContext context)
    {
        try
        {
            await Task.Delay(request.DelayMilliseconds, context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.Cancelled.TrySetResult();
            throw;
        }
    }

    private static async Task ReturnMetadata(ServerCallContext context)
    {
        var headers = new Metadata();
        foreach (var entry in context.RequestHeaders)
        {
            if (entry.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                headers.Add(entry);
                context.ResponseTrailers.Add(entry);
            }
        }

        await context.WriteResponseHeadersAsync(headers);
    }

    private static Metadata Details() => new()
    {
        { "x-reason", "closed" },
        { "grpc-status-details-bin", [8, 9, 18, 3, 97, 98, 99] },
    };
}
