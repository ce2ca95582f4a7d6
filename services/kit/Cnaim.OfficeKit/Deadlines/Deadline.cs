namespace Cnaim.OfficeKit.Deadlines;

/// <summary>A row of <c>due</c> that this replica holds locked.</summary>
internal sealed record Deadline
{
    public Guid ReferralId { get; init; }

    /// <summary>A code of <see cref="DeadlineKind"/>.</summary>
    public string Kind { get; init; } = "";
}
