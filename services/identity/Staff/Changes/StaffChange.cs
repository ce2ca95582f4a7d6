namespace Cnaim.Identity.Staff.Changes;

/// <summary>A change of somebody's account or rights: asked for by one, decided by another.</summary>
internal sealed record StaffChange
{
    public const string Create = "create";
    public const string Assign = "assign";
    public const string EndAssignment = "end-assignment";
    public const string Disable = "disable";
    public const string Enable = "enable";
    public const string Reset = "reset";

    public static IReadOnlyList<string> Kinds { get; } = [Create, Assign, EndAssignment, Disable, Enable, Reset];

    public required Guid ChangeId { get; init; }

    public required string Kind { get; init; }

    public Guid? StaffId { get; init; }

    public string? Account { get; init; }

    public Guid? AssignmentId { get; init; }

    public string? Role { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    /// <summary>The client that a partner's developer works for.</summary>
    public string? ClientId { get; init; }

    public required string Reason { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary><c>approved</c>, <c>rejected</c>, or null while nobody has decided.</summary>
    public string? Decision { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public static StaffChange Of(NewStaffChange request, Guid? staffId, string? role, string requestedBy, DateTimeOffset now) => new()
    {
        ChangeId = Guid.CreateVersion7(now),
        Kind = request.Kind,
        StaffId = staffId,
        Account = request.Account,
        AssignmentId = request.AssignmentId,
        Role = role,
        Office = request.Office,
        Centre = request.Centre,
        ClientId = request.ClientId,
        Reason = request.Reason,
        RequestedBy = requestedBy,
        RequestedAt = now,
    };
}
