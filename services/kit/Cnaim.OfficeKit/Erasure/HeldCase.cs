namespace Cnaim.OfficeKit.Erasure;

/// <summary>A case of the person, and the law that keeps it.</summary>
internal sealed record HeldCase
{
    public Guid CaseId { get; init; }

    public string? KeepBasis { get; init; }
}
