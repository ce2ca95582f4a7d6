namespace Cnaim.OfficeKit.Cases;

/// <summary>The body of <c>POST /cases/{id}/staff</c>: the subjects of the staff who may see the case; who names them may too.</summary>
internal sealed record CaseStaff
{
    public required string[] Staff { get; init; }
}
