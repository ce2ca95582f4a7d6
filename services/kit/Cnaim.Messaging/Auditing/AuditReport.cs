namespace Cnaim.Messaging;

/// <summary>What the verification of one service's audit trail found.</summary>
public sealed record AuditReport
{
    /// <summary>The service's code.</summary>
    public required string Service { get; init; }

    /// <summary>Seals, and so sealed entries, that were looked at.</summary>
    public required long Seals { get; init; }

    /// <summary>Entries whose detail was erased on request, with its salt.</summary>
    public required long Erased { get; init; }

    /// <summary>Kept heads that the chain was compared with.</summary>
    public required int Kept { get; init; }

    /// <summary>The last head, as hexadecimal text.</summary>
    public required string Head { get; init; }

    /// <summary>What is wrong, in the order of the chain; at most 20.</summary>
    public required IReadOnlyList<AuditFinding> Findings { get; init; }

    /// <summary>Whether nothing was found.</summary>
    public bool IsIntact => Findings.Count == 0;
}
