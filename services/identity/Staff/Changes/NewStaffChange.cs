namespace Cnaim.Identity.Staff.Changes;

/// <summary>What is asked for.</summary>
internal sealed record NewStaffChange
{
    /// <summary><c>create</c>, <c>assign</c>, <c>end-assignment</c>, <c>disable</c>, <c>enable</c> or <c>reset</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>With <c>create</c> and <c>assign</c>.</summary>
    public string? Role { get; init; }

    /// <summary>With <c>end-assignment</c>.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>The office that it concerns.</summary>
    public required string Office { get; init; }

    /// <summary>The centre that it concerns; empty for national roles.</summary>
    public required string Centre { get; init; }

    /// <summary>With the role <c>partner-developer</c>, and only then: the partner's client.</summary>
    public string? ClientId { get; init; }

    /// <summary>Why, 3 to 500 characters; no word about a person served.</summary>
    public required string Reason { get; init; }
}
