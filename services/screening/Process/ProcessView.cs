using Cnaim.Screening.Consents;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;

namespace Cnaim.Screening.Process;

/// <summary>The one record of a person's path, as far as the calling office may see it.</summary>
internal sealed record ProcessView
{
    public required PersonView Person { get; init; }

    /// <summary>Records of the same person that this office merged with this one; their histories are below as well.</summary>
    public required IReadOnlyList<MergedPerson> MergedWith { get; init; }

    public required IReadOnlyList<ProcessInterview> Interviews { get; init; }

    /// <summary>The issues of the latest interview, by the rules of its date.</summary>
    public required IReadOnlyList<RaisedIssue> Issues { get; init; }

    public required IReadOnlyList<ConsentView> Consents { get; init; }

    public required IReadOnlyList<ProcessReferral> Referrals { get; init; }
}

/// <summary>Another record of the person; the kept one goes on.</summary>
internal sealed record MergedPerson(string Id, string ProcessNumber, bool IsKept);

internal sealed record ProcessInterview(Guid Id, DateOnly Date, string Language, DateTimeOffset UpdatedAt);

/// <summary>A referral of the process; a sensitive office is shown as specialised-support.</summary>
internal sealed record ProcessReferral
{
    public required Guid ReferralId { get; init; }

    public required string Office { get; init; }

    public string? Request { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
