namespace Grpc.AspNetCore.Server;

/// <summary>
/// Limits that the platform adds to the official options; bound to the configuration section <c>Grpc</c>, so that no service names this type.
/// </summary>
public sealed class GrpcCallLimits
{
    /// <summary>The deadline of a call that names none; default 2 s; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A later deadline is shortened to this; default 10 s; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan MaximumDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True to accept clear text from other hosts than loopback; default false, which answers them PERMISSION_DENIED.</summary>
    public bool AllowRemoteClearText { get; set; }

    internal TimeSpan Apply(TimeSpan? requested)
    {
        var deadline = requested ?? DefaultDeadline;
        return MaximumDeadline == Timeout.InfiniteTimeSpan || (deadline != Timeout.InfiniteTimeSpan && deadline <= MaximumDeadline)
            ? deadline
            : MaximumDeadline;
    }
}
