namespace Cnaim.Messaging;

/// <summary>What was done to an audit trail.</summary>
public enum AuditFindingKind
{
    /// <summary>The entry, or its seal, is not what was sealed.</summary>
    Altered,

    /// <summary>A sealed entry is gone.</summary>
    Deleted,

    /// <summary>A seal is gone from the middle of the chain.</summary>
    SealRemoved,

    /// <summary>The entry was put between older ones.</summary>
    Inserted,

    /// <summary>The entry has no seal although its time has passed.</summary>
    Unsealed,

    /// <summary>The chain ends before a head that another service has kept: rows were cut off, or an old backup came back.</summary>
    Truncated,

    /// <summary>The chain agrees with itself, but not with a head that another service has kept: it was written anew.</summary>
    Rewritten,
}
