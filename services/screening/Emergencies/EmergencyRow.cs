namespace Cnaim.Screening.Emergencies;

internal sealed record EmergencyRow
{
    public required Guid EmergencyAccessId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string Subject { get; init; }

    public required string Reason { get; init; }

    public required byte[] Note { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset ConfirmBy { get; init; }

    /// <summary>justified, not-justified, or null while nobody has looked.</summary>
    public string? Verdict { get; init; }

    public string? ConfirmedBy { get; init; }
}

/// <summary>The opened record: what saves somebody, and never the residence status.</summary>
internal sealed record EmergencyRecordRow
{
    public required string[] GivenNames { get; init; }

    public required string[] FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public required string[] Nationalities { get; init; }

    public required string[] Languages { get; init; }

    public Guid? InterviewId { get; init; }

    public byte[]? Answers { get; init; }
}
