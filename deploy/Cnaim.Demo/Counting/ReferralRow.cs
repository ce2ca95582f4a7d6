namespace Cnaim.Demo.Counting;

/// <summary>A referral as one database holds it.</summary>
internal sealed record ReferralRow
{
    public required Guid Id { get; init; }

    public required string Status { get; init; }

    public string? Office { get; init; }

    /// <summary>False for a draft that never went out.</summary>
    public bool WasSent { get; init; } = true;
}
