namespace Cnaim.Messaging.Auditing;

/// <summary>An audit entry as it stands in the table.</summary>
internal sealed record AuditRow
{
    public required long EntryId { get; init; }

    public required DateTime At { get; init; }

    public Guid? MessageId { get; init; }

    public required string Subject { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string Role { get; init; }

    public required string Action { get; init; }

    public required string RecordKind { get; init; }

    public required string RecordId { get; init; }

    public string? Purpose { get; init; }

    /// <summary>PostgreSQL's own text of the JSON.</summary>
    public string? Detail { get; init; }
}
