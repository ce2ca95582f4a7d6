namespace Cnaim.Demo.Counting;

/// <summary>What one service's database says about the referrals of the run.</summary>
internal sealed record ServiceCount
{
    public required string Service { get; init; }

    public required IReadOnlyList<ReferralRow> Sent { get; init; }

    public required IReadOnlyList<ReferralRow> Received { get; init; }

    /// <summary>Referrals of the run's persons, whether the demo knows them or not.</summary>
    public required IReadOnlyList<Guid> SentForPersons { get; init; }

    public required IReadOnlyList<Guid> Twice { get; init; }

    public required IReadOnlyList<StreamRow> SentStreams { get; init; }

    public required IReadOnlyList<AppliedRow> AppliedStreams { get; init; }

    public required IReadOnlyList<Guid> TimelineOutOfOrder { get; init; }

    public required Leftovers Leftovers { get; init; }
}
