using System.Buffers;

namespace Grpc.Core;

/// <summary>The bytes of one received message. They are valid only during deserialization.</summary>
public abstract class DeserializationContext
{
    /// <summary>Bytes in the message.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The message in a new array.</summary>
    public abstract byte[] PayloadAsNewBuffer();

    /// <summary>The message without a copy.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(PayloadAsNewBuffer());
}
