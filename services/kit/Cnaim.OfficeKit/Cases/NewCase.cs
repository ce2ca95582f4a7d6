namespace Cnaim.OfficeKit.Cases;

/// <summary>The body of <c>POST /cases</c>.</summary>
internal sealed record NewCase
{
    /// <summary>The person as this office knows them.</summary>
    public string? PersonId { get; init; }

    /// <summary>A request of this office.</summary>
    public string? Request { get; init; }
}
