using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Reads length-prefixed messages: a flag, four bytes of length, the payload.</summary>
internal static class MessageReader
{
    [ThreadStatic]
    private static Context? t_context;

    /// <summary>Reads the five bytes before a payload and checks them.</summary>
    /// <returns>False when there are fewer than five bytes.</returns>
    public static bool TryReadPrefix(in ReadOnlySequence<byte> data, string? encoding, int? limit, out MessagePrefix prefix)
    {
        prefix = default;
        if (data.Length < GrpcNames.HeaderSize)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[GrpcNames.HeaderSize];
        data.Slice(0, GrpcNames.HeaderSize).CopyTo(bytes);
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        if (bytes[0] > 1)
        {
            throw Failure(StatusCode.Internal, "The message's compression flag is invalid.");
        }

        if (length > (uint)(limit ?? int.MaxValue))
        {
            throw TooLarge();
        }

        prefix = new MessagePrefix(bytes[0] == 1, (int)length);
        if (prefix.IsCompressed && !string.Equals(encoding, GrpcNames.Gzip, StringComparison.Ordinal))
        {
            throw encoding is null or GrpcNames.Identity
                ? Failure(StatusCode.Internal, "The message is compressed but no encoding was named.")
                : Failure(StatusCode.Unimplemented, "The message's encoding is not supported.");
        }

        return true;
    }

    public static T Deserialize<T>(MessagePrefix prefix, in ReadOnlySequence<byte> payload, int? limit, Func<DeserializationContext, T> deserializer)
    {
        if (!prefix.IsCompressed)
        {
            return Deserialize(payload, deserializer);
        }

        using var inflated = Inflate(payload, limit);
        return Deserialize(new ReadOnlySequence<byte>(inflated.Written), deserializer);
    }

    private static T Deserialize<T>(in ReadOnlySequence<byte> payload, Func<DeserializationContext, T> deserializer)
    {
        var context = t_context ?? new Context();
        t_context = null;
        context.Payload = payload;
        try
        {
            return deserializer(context);
        }
        finally
        {
            context.Payload = default;
            t_context = context;
        }
    }

    private static PooledWriter Inflate(in ReadOnlySequence<byte> payload, int? limit)
    {
        var writer = new PooledWriter((int)Math.Min(payload.Length * 4, 64 * 1024));
        try
        {
            using var gzip = new GZipStream(new MemoryStream(payload.ToArray(), writable: false), CompressionMode.Decompress);
            for (int read; (read = gzip.Read(writer.GetSpan(4096))) > 0;)
            {
                writer.Advance(read);
                if (writer.Length > (limit ?? int.MaxValue))
                {
                    throw TooLarge();
                }
            }

            return writer;
        }
        catch (InvalidDataException)
        {
            writer.Dispose();
            throw Failure(StatusCode.Internal, "The compressed message is corrupt.");
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private static RpcException TooLarge() =>
        Failure(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    private static RpcException Failure(StatusCode code, string detail) => new(new Status(code, detail));

    private sealed class Context : DeserializationContext
    {
        public ReadOnlySequence<byte> Payload { get; set; }

        public override int PayloadLength => (int)Payload.Length;

        public override byte[] PayloadAsNewBuffer() => Payload.ToArray();

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => Payload;
    }
}

/// <summary>What stands before a payload.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessagePrefix(bool IsCompressed, int Length);
