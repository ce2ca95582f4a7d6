using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a serializer puts the bytes of one message.</summary>
public abstract class SerializationContext
{
    /// <summary>Ends serialization with a finished array.</summary>
    /// <param name="payload">The whole message.</param>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    /// <summary>The writer to serialize into; followed by <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Tells the exact length before <see cref="GetBufferWriter"/>, which saves a copy.</summary>
    /// <param name="payloadLength">Bytes.</param>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends serialization into the writer.</summary>
    public virtual void Complete() => throw new NotSupportedException();
}
