namespace Cnaim.OfficeKit.Directory;

/// <summary>An office that could take an open referral (<c>GET /v1/candidates</c>), best first.</summary>
internal sealed record CandidateEntry
{
    public required string Office { get; init; }

    public required string Centre { get; init; }

    public int? Capacity { get; init; }
}
