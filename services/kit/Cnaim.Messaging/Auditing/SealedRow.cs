namespace Cnaim.Messaging.Auditing;

/// <summary>A seal, and the entry it stands for where that is still there.</summary>
internal sealed record SealedRow
{
    public required long SealNo { get; init; }

    public required long EntryId { get; init; }

    public Guid? Salt { get; init; }

    public byte[]? DetailDigest { get; init; }

    /// <summary>Of a person's reference as the record's id; null where the id enters the chain in clear.</summary>
    public byte[]? RecordDigest { get; init; }

    public required byte[] Head { get; init; }

    public required DateTime SealedAt { get; init; }

    public AuditRow? Entry { get; init; }
}
