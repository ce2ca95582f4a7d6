namespace Cnaim.Messaging.Inbox;

/// <summary>What the inbox does with a message before it looks at its stream.</summary>
internal readonly record struct Verdict(VerdictKind Kind, string? ParkReason = null)
{
    public static Verdict Park(string reason) => new(VerdictKind.Park, reason);
}

/// <summary>The kinds of <see cref="Verdict"/>.</summary>
internal enum VerdictKind
{
    /// <summary>A handler takes it when its turn comes.</summary>
    Handle,

    /// <summary>Its stream advances; nobody here handles it.</summary>
    Advance,

    /// <summary>Its type is unknown, or is a command that nobody here handles: to <c>{service}_skipped</c>.</summary>
    Skip,

    /// <summary>It is stored for the operator.</summary>
    Park,
}
