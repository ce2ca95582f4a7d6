namespace Cnaim.Contracts.Commands;

/// <summary>A receiver confirms what it did with withdrawn data.</summary>
[Command("confirm-purge")]
public sealed record ConfirmPurge
{
    /// <summary>The disclosure; also the stream of the message.</summary>
    public required Guid DisclosureId { get; init; }

    /// <summary><c>purged</c> or <c>frozen</c>.</summary>
    public required string Result { get; init; }

    /// <summary>Required with <c>frozen</c>.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }
}
