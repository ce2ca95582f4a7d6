namespace Grpc.Core;

/// <summary>What a <see cref="ContextPropagationToken"/> gives on.</summary>
public class ContextPropagationOptions
{
    /// <summary>Options.</summary>
    /// <param name="propagateDeadline">True to give on the deadline.</param>
    /// <param name="propagateCancellation">True to give on cancellation.</param>
    public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
    {
        IsPropagateDeadline = propagateDeadline;
        IsPropagateCancellation = propagateCancellation;
    }

    /// <summary>Everything is given on.</summary>
    public static ContextPropagationOptions Default { get; } = new();

    /// <summary>True when the deadline is given on.</summary>
    public bool IsPropagateDeadline { get; }

    /// <summary>True when cancellation is given on.</summary>
    public bool IsPropagateCancellation { get; }
}
