using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Writes length-prefixed messages; straight into the target when the serializer tells the length.</summary>
internal sealed class MessageWriter : SerializationContext, IDisposable
{
    [ThreadStatic]
    private static MessageWriter? t_cached;

    private IBufferWriter<byte> _target = null!;
    private PooledWriter? _buffer;
    private CompressionLevel? _compression;
    private int _limit;
    private int _length;
    private bool _isDirect;
    private bool _isComplete;

    /// <summary>Writes one message.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="message">The message.</param>
    /// <param name="serializer">Its serializer.</param>
    /// <param name="compression">Gzip at this level, or none.</param>
    /// <param name="limit">Largest payload in bytes, or none.</param>
    public static void Write<T>(
        IBufferWriter<byte> target, T message, Action<T, SerializationContext> serializer, CompressionLevel? compression, int? limit)
    {
        var writer = t_cached ?? new MessageWriter();
        t_cached = null;
        (writer._target, writer._compression, writer._limit, writer._length) = (target, compression, limit ?? int.MaxValue, -1);
        try
        {
            serializer(message, writer);
            if (!writer._isComplete)
            {
                throw new InvalidOperationException("The serializer did not complete the message.");
            }
        }
        finally
        {
            writer.Dispose();
            t_cached = writer;
        }
    }

    public override void SetPayloadLength(int payloadLength) => _length = payloadLength;

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_isDirect || _buffer is not null)
        {
            return _isDirect ? _target : _buffer!;
        }

        if (_length < 0 || _compression is not null)
        {
            return _buffer = new PooledWriter(Math.Max(_length, 0));
        }

        WritePrefix(isCompressed: false, _length);
        _isDirect = true;
        return _target;
    }

    public override void Complete()
    {
        if (!_isDirect)
        {
            WriteWhole((_buffer ?? throw new InvalidOperationException("Nothing was written.")).Written.Span);
        }

        _isComplete = true;
    }

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        WriteWhole(payload);
        _isComplete = true;
    }

    private void WriteWhole(ReadOnlySpan<byte> payload)
    {
        if (_compression is not { } level)
        {
            WritePrefix(isCompressed: false, payload.Length);
            _target.Write(payload);
            return;
        }

        CheckLimit(payload.Length);
        using var compressed = new MemoryStream(payload.Length / 2);
        using (var gzip = new GZipStream(compressed, level, leaveOpen: true))
        {
            gzip.Write(payload);
        }

        var bytes = compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
        WritePrefix(isCompressed: true, bytes.Length);
        _target.Write(bytes);
    }

    private void WritePrefix(bool isCompressed, int length)
    {
        CheckLimit(length);
        var span = _target.GetSpan(GrpcNames.HeaderSize);
        span[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)length);
        _target.Advance(GrpcNames.HeaderSize);
    }

    private void CheckLimit(int length)
    {
        if (length > _limit)
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }

    /// <summary>Makes the writer ready for the next message.</summary>
    public void Dispose()
    {
        _buffer?.Dispose();
        (_target, _buffer, _isDirect, _isComplete) = (null!, null, false, false);
    }
}
