using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Reads the one request of a call.</summary>
internal static class RequestReader
{
    public static async ValueTask<TRequest> ReadAsync<TRequest>(HttpContextServerCallContext call, Marshaller<TRequest> marshaller)
    {
        var reader = call.Http.Request.BodyReader;
        var encoding = call.Http.Request.Headers.GrpcEncoding is { Count: > 0 } header ? header.ToString() : null;
        var message = default(TRequest);
        var hasMessage = false;
        while (true)
        {
            if (!reader.TryRead(out var result))
            {
                result = await WaitAsync(call, reader);
            }

            var data = result.Buffer;
            if (!hasMessage && TryRead(call, encoding, ref data, marshaller, out message))
            {
                hasMessage = true;
            }

            if (hasMessage && !data.IsEmpty)
            {
                throw Broken("More than one message was sent to a method that takes one.");
            }

            reader.AdvanceTo(data.Start, data.End);
            if (result.IsCompleted)
            {
                return hasMessage ? message! : throw Broken("The message is incomplete.");
            }
        }
    }

    private static async ValueTask<ReadResult> WaitAsync(HttpContextServerCallContext call, PipeReader reader)
    {
        call.Lifetime.BeginRead();
        var result = await reader.ReadAsync();
        call.Lifetime.EndRead();
        return result;
    }

    private static bool TryRead<TRequest>(
        HttpContextServerCallContext call, string? encoding, ref ReadOnlySequence<byte> data, Marshaller<TRequest> marshaller, out TRequest? message)
    {
        message = default;
        var limit = call.Settings.MaxReceive;
        if (!MessageReader.TryReadPrefix(data, encoding, limit, out var prefix) || data.Length - GrpcNames.HeaderSize < prefix.Length)
        {
            return false;
        }

        var payload = data.Slice(GrpcNames.HeaderSize, prefix.Length);
        try
        {
            message = MessageReader.Deserialize(prefix, payload, limit, marshaller.ContextualDeserializer);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "The message cannot be read.", exception));
        }

        data = data.Slice(payload.End);
        return true;
    }

    private static RpcException Broken(string detail) => new(new Status(StatusCode.Internal, detail));
}
