namespace Cnaim.Cli.Auditing;

/// <summary>An entry of an audit trail, without its detail: who did what to which record.</summary>
internal sealed record ShownEntry
{
    public required long EntryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Subject { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string Role { get; init; }

    public required string Action { get; init; }

    public required string RecordKind { get; init; }

    public required string RecordId { get; init; }

    public string? Purpose { get; init; }

    /// <summary>Its place in the chain; null while it waits for its seal.</summary>
    public long? SealNo { get; init; }
}
