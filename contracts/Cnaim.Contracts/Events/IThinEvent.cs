namespace Cnaim.Contracts.Events;

/// <summary>What every thin event carries; ids, codes, municipality and times only, never a person's data.</summary>
public interface IThinEvent
{
    /// <summary>The disclosure by which screening knows the person's process; null when the event belongs to none.</summary>
    Guid? DisclosureId { get; }

    /// <summary>The centre where it happened, a slug of the network data.</summary>
    string Centre { get; }

    /// <summary>When it happened (UTC).</summary>
    DateTimeOffset OccurredAt { get; }
}
