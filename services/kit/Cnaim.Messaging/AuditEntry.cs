using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Messaging;

/// <summary>Who did what to which record; written in the transaction of the change.</summary>
public sealed record AuditEntry
{
    /// <summary>What was done, for example <c>referral.accepted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of record, for example <c>referral</c>.</summary>
    public required string RecordKind { get; init; }

    /// <summary>The record's id; never a person's name or number.</summary>
    public required string RecordId { get; init; }

    /// <summary>Who acted; null while consuming a message or on a timer, where the service itself is the actor.</summary>
    public Actor? Actor { get; init; }

    /// <summary>The purpose of an access to personal data: a purpose code; null when none was accessed.</summary>
    public string? Purpose { get; init; }

    /// <summary>Codes, ids and times, stored as JSON; null for none.</summary>
    public IReadOnlyDictionary<string, string?>? Detail { get; init; }

    /// <summary>The detail as it is stored: with the ticket, case or referral for which the actor looked.</summary>
    internal IReadOnlyDictionary<string, string?>? StoredDetail => Actor?.Behind is { } behind
        ? new Dictionary<string, string?>(Detail ?? new Dictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal) { ["behind"] = behind }
        : Detail;
}
