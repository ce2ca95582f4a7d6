namespace Cnaim.Demo.Counting;

/// <summary>The verdict of the count: ids, not totals, so that one lost and one doubled never cancel out.</summary>
internal sealed record CountResult
{
    public required IReadOnlyList<string> Lost { get; init; }

    public required IReadOnlyList<string> Duplicated { get; init; }

    public required IReadOnlyList<string> OutOfOrder { get; init; }

    /// <summary>Referrals by state: at the sender, and at the receivers.</summary>
    public required IReadOnlyDictionary<string, (int Sender, int Receiver)> ByState { get; init; }

    public required long Outbox { get; init; }

    public required long Parked { get; init; }
}
