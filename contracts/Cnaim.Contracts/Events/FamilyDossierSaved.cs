namespace Cnaim.Contracts.Events;

/// <summary>What is known of a household was recorded; nothing of it is in the message.</summary>
[Event("pt.cnaim.family-dossier.saved.v1")]
public sealed record FamilyDossierSaved : IThinEvent
{
    /// <summary>The case of the office; also the subject.</summary>
    public required Guid CaseId { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
