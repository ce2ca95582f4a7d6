namespace Grpc.Core;

/// <summary>How a message is written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The message may wait in the buffer for the next one.</summary>
    BufferHint = 1,

    /// <summary>The message is not compressed.</summary>
    NoCompress = 2,
}
