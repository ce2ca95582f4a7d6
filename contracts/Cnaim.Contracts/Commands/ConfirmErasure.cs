namespace Cnaim.Contracts.Commands;

/// <summary>An office answers an erasure order: what it erased, or would erase, and what a law makes it keep.</summary>
[Command("confirm-erasure")]
public sealed record ConfirmErasure
{
    /// <summary>The order; also the stream of the message.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>True where nothing was changed yet.</summary>
    public required bool DryRun { get; init; }

    /// <summary>By category.</summary>
    public required ErasedCount[] Counts { get; init; }

    /// <summary>The laws under which something is kept; empty where nothing is.</summary>
    public string[] LegalBases { get; init; } = [];

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }
}
