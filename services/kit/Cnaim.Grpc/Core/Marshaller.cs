namespace Grpc.Core;

/// <summary>Turns a message into bytes and back.</summary>
/// <typeparam name="T">The message.</typeparam>
public class Marshaller<T>
{
    /// <summary>A marshaller over arrays.</summary>
    /// <param name="serializer">Message to bytes.</param>
    /// <param name="deserializer">Bytes to message.</param>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        Serializer = serializer ?? throw new ArgumentNullException(nameof(serializer));
        Deserializer = deserializer ?? throw new ArgumentNullException(nameof(deserializer));
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    /// <summary>A marshaller over contexts, without intermediate arrays.</summary>
    /// <param name="serializer">Writes the message into the context.</param>
    /// <param name="deserializer">Reads the message from the context.</param>
    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ContextualSerializer = serializer ?? throw new ArgumentNullException(nameof(serializer));
        ContextualDeserializer = deserializer ?? throw new ArgumentNullException(nameof(deserializer));
        Serializer = _ => throw new NotSupportedException("This marshaller serializes into a context only.");
        Deserializer = _ => throw new NotSupportedException("This marshaller deserializes from a context only.");
    }

    /// <summary>Message to bytes; only of a marshaller over arrays.</summary>
    public Func<T, byte[]> Serializer { get; }

    /// <summary>Bytes to message; only of a marshaller over arrays.</summary>
    public Func<byte[], T> Deserializer { get; }

    /// <summary>Writes a message into a context.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; }

    /// <summary>Reads a message from a context.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}
