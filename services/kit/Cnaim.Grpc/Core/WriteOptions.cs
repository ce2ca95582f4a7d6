namespace Grpc.Core;

/// <summary>How messages of a call are written.</summary>
public class WriteOptions
{
    /// <summary>Options.</summary>
    /// <param name="flags">The flags.</param>
    public WriteOptions(WriteFlags flags = WriteFlags.None)
    {
        Flags = flags;
    }

    /// <summary>Options without flags.</summary>
    public static WriteOptions Default { get; } = new();

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; }
}
