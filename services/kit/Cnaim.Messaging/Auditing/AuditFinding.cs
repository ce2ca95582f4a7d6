namespace Cnaim.Messaging;

/// <summary>Something in an audit trail that is not as it was written.</summary>
/// <param name="Kind">One of <see cref="AuditFindingKind"/>.</param>
/// <param name="SealNo">The seal it was found at; null where there is none.</param>
/// <param name="EntryId">The entry; null where it is not known.</param>
/// <param name="Detail">One sentence for the operator.</param>
public sealed record AuditFinding(AuditFindingKind Kind, long? SealNo, long? EntryId, string Detail);
