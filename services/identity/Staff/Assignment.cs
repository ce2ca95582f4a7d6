namespace Cnaim.Identity.Staff;

/// <summary>A role at an office and a centre.</summary>
internal sealed record Assignment
{
    public required Guid AssignmentId { get; init; }

    public required Guid StaffId { get; init; }

    public required string Role { get; init; }

    public required string Office { get; init; }

    /// <summary>Empty for national roles.</summary>
    public required string Centre { get; init; }

    /// <summary>The one client that a partner's developer works for; null for everybody else.</summary>
    public string? ClientId { get; init; }
}
