namespace Cnaim.Demo.Report;

/// <summary>How the day went.</summary>
public sealed record DemoReport
{
    public required DemoFigures Figures { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<CentreLine> Centres { get; init; }

    public required IReadOnlyList<OfficeLine> Offices { get; init; }

    /// <summary>Referrals by state: sender, receiver.</summary>
    public required IReadOnlyDictionary<string, (int Sender, int Receiver)> ByState { get; init; }

    /// <summary>From the office's last move to the sender seeing it, in milliseconds: p50 and p99.</summary>
    public required (double P50, double P99) AnswerVisibleMs { get; init; }

    /// <summary>Proposals that a person did not agree to.</summary>
    public required int Declined { get; init; }

    /// <summary>Planned visits that the platform did not carry through.</summary>
    public required int FailedVisits { get; init; }

    /// <summary>Referrals that the platform refused although the person agreed.</summary>
    public required int RefusedReferrals { get; init; }

    /// <summary>What went wrong, with how often.</summary>
    public required IReadOnlyDictionary<string, int> Troubles { get; init; }

    /// <summary>Ids behind lost, duplicated and out of order, at most a few of each.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    public required long OutboxLeft { get; init; }

    public required long ParkedLeft { get; init; }

    public required string LogPath { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Nothing lost, doubled or out of order, and every visit carried through.</summary>
    public bool IsGood => Figures is { Visits: > 0, Lost: 0, Duplicated: 0, OutOfOrder: 0 } && FailedVisits == 0 && RefusedReferrals == 0 && OutboxLeft + ParkedLeft == 0;
}
