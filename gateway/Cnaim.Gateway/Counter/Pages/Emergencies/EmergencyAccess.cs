namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>A record that somebody of this centre opened in an emergency.</summary>
internal sealed record EmergencyAccess
{
    public Guid Id { get; init; }

    public string OpenedBy { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Note { get; init; } = "";

    public DateTimeOffset GrantedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset ConfirmBy { get; init; }

    public string? Verdict { get; init; }

    /// <summary>How far it is, as a code: whether somebody is still to look, or looked.</summary>
    public string StateAt(DateTimeOffset now) => Verdict ?? (ConfirmBy > now ? "none" : "late");

    public bool IsOpenTo(string subject, DateTimeOffset now) => ExpiresAt > now && Verdict is not "not-justified" && string.Equals(OpenedBy, subject, StringComparison.Ordinal);

    public bool WaitsFor(string subject, DateTimeOffset now) => Verdict is null && ConfirmBy > now && !string.Equals(OpenedBy, subject, StringComparison.Ordinal);
}

/// <summary>A page of them.</summary>
internal sealed record EmergencyAccesses(IReadOnlyList<EmergencyAccess> Items, Guid? Next);
