namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>A change of somebody's account or rights: asked for by one, decided by another.</summary>
internal sealed record StaffChange : IAskedChange
{
    public static readonly string[] Kinds = ["create", "assign", "disable", "enable", "reset"];

    public required Guid ChangeId { get; init; }

    public required string Kind { get; init; }

    public string? Account { get; init; }

    public string? Role { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string Reason { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? Decision { get; init; }

    public string? DecidedBy { get; init; }
}

/// <summary>A role of an account at an office and a centre.</summary>
internal sealed record StaffAssignment(Guid AssignmentId, string Role, string Office, string Centre);

/// <summary>What an account may do where.</summary>
internal sealed record StaffAssignmentList(IReadOnlyList<StaffAssignment> Items);
