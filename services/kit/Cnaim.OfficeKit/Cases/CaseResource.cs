namespace Cnaim.OfficeKit.Cases;

/// <summary>A case in the API.</summary>
internal sealed record CaseResource
{
    public required Guid Id { get; init; }

    public required string State { get; init; }

    public string? CloseReason { get; init; }

    /// <summary>The person as this office knows them; null after a purge.</summary>
    public string? PersonId { get; init; }

    public Guid? ReferralId { get; init; }

    public required string Request { get; init; }

    public string? LegalBasis { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public required IReadOnlyList<string> AllowedActions { get; init; }

    public static CaseResource Of(CaseFile file) => new()
    {
        Id = file.CaseId,
        State = file.State,
        CloseReason = file.CloseReason,
        PersonId = file.PersonRef,
        ReferralId = file.ReferralId,
        Request = file.Request,
        LegalBasis = file.KeepBasis,
        OpenedAt = file.OpenedAt,
        ClosedAt = file.ClosedAt,
        AllowedActions = CaseRules.AllowedMoves(file.State),
    };
}
