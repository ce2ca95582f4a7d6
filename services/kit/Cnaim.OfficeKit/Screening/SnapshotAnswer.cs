namespace Cnaim.OfficeKit.Screening;

/// <summary>The permitted snapshot, its end, or silence.</summary>
/// <param name="Snapshot">Null when the permit has ended or screening is silent.</param>
/// <param name="IsSilent">True when screening did not answer.</param>
internal sealed record SnapshotAnswer(PersonSnapshot? Snapshot, bool IsSilent);
