namespace Cnaim.Identity.Sessions;

/// <summary>A staff member at work: signed in under one assignment, until he is idle, the day is over, or his rights change.</summary>
internal sealed record Session
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    public required Guid SessionId { get; init; }

    public required Guid StaffId { get; init; }

    public required string Role { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    /// <summary>The one client that a partner's developer works for.</summary>
    public string? ClientId { get; init; }

    public required long RightsVersion { get; init; }

    public required long CurrentVersion { get; init; }

    public required bool IsDisabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Set while its owner is away from the desk.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>When it ends at the latest, seen from now.</summary>
    public DateTimeOffset EndsAt => CreatedAt + Longest;

    /// <param name="now">The moment.</param>
    /// <param name="idle">How long it lasts without a call; a pause is no call.</param>
    public bool IsAlive(DateTimeOffset now, TimeSpan idle) =>
        EndedAt is null && !IsDisabled && RightsVersion == CurrentVersion && now < SeenAt + idle && now < EndsAt;
}
