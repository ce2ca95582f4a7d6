using Cnaim.Contracts;

namespace Cnaim.OfficeKit.Screening;

/// <summary>May this be told to that office?</summary>
internal sealed record DisclosureQuestion
{
    public required Guid ReferralId { get; init; }

    /// <summary>The person as this office knows them.</summary>
    public required string PersonRef { get; init; }

    public required Party Receiver { get; init; }

    public required string Request { get; init; }

    public required string[] Issues { get; init; }

    public required string[] Categories { get; init; }

    /// <summary>The code of a law, in place of a consent.</summary>
    public string? StatutoryGround { get; init; }
}
