namespace Cnaim.OfficeKit.Cases;

/// <summary>The body of <c>PUT /cases/{id}/legal-basis</c>.</summary>
internal sealed record KeepCase
{
    /// <summary>The law on which data is kept although consent may end; null to end it.</summary>
    public string? LegalBasis { get; init; }
}
