namespace Cnaim.Contracts.Commands;

/// <summary>The receiver tells the sender each of its moves. FHIR: Task.status, statusReason and output.</summary>
[Command("report-referral-progress")]
public sealed record ReportReferralProgress
{
    /// <summary>The referral's id, known to its two parties and screening only; also the stream of the message.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>The event verb, for example <c>accepted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The receiver's state after the move.</summary>
    public required string Status { get; init; }

    /// <summary>Required for rejected, cancelled, on-hold and failed: a status reason code.</summary>
    public string? StatusReason { get; init; }

    /// <summary>With completed and failed: an outcome code.</summary>
    public string? Outcome { get; init; }

    /// <summary>Result items of the service catalogue, for example <c>number-assigned</c>; never the number itself.</summary>
    public string[] Results { get; init; } = [];

    /// <summary>When the receiver moved (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
