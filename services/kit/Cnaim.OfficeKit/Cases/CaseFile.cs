namespace Cnaim.OfficeKit.Cases;

/// <summary>What an office does for a person: a row of <c>case_file</c>.</summary>
internal sealed record CaseFile
{
    public Guid CaseId { get; init; }

    public string Centre { get; init; } = "";

    /// <summary>Null after a purge.</summary>
    public string? PersonRef { get; init; }

    /// <summary>The referral that opened it; null when opened at the counter.</summary>
    public Guid? ReferralId { get; init; }

    public string Request { get; init; } = "";

    public string State { get; init; } = "";

    public string? CloseReason { get; init; }

    /// <summary>The legal basis on which withdrawn data is kept frozen.</summary>
    public string? KeepBasis { get; init; }

    public string OpenedBy { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public int Version { get; init; }
}
