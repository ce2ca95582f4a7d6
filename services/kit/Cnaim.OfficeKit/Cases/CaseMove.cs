namespace Cnaim.OfficeKit.Cases;

/// <summary>The body of a case's move; may be left out.</summary>
internal sealed record CaseMove
{
    /// <summary>Required to close.</summary>
    public string? Reason { get; init; }
}
