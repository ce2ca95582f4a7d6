using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Cnaim.Demo.Play;

/// <summary>The day so far; written by desks and agents, read by the screen.</summary>
internal sealed class DayState
{
    private int _failedVisits;
    private int _refusedReferrals;
    private int _declined;

    public ConcurrentDictionary<string, TrackedReferral> Referrals { get; } = new(StringComparer.OrdinalIgnoreCase);

    public FrozenDictionary<string, CentreTally> Centres { get; } =
        Centre.All.ToFrozenDictionary(centre => centre.Code, _ => new CentreTally(), StringComparer.Ordinal);

    /// <summary>References of the persons registered today, as reception knows them.</summary>
    public ConcurrentBag<string> Persons { get; } = [];

    /// <summary>What went wrong, each text once, with how often.</summary>
    public ConcurrentDictionary<string, int> Troubles { get; } = new(StringComparer.Ordinal);

    public int FailedVisits => _failedVisits;

    /// <summary>Referrals that the platform refused although the person agreed.</summary>
    public int RefusedReferrals => _refusedReferrals;

    /// <summary>Proposals that a person did not agree to.</summary>
    public int Declined => _declined;

    public int Visits => Centres.Values.Sum(tally => tally.Visits);

    public int Interviews => Centres.Values.Sum(tally => tally.Interviews);

    public int Issues => Centres.Values.Sum(tally => tally.Issues);

    public int Ended => Referrals.Values.Count(referral => referral.IsFinal);

    public void AddDeclined() => Interlocked.Increment(ref _declined);

    public void AddFailedVisit(string reason)
    {
        Interlocked.Increment(ref _failedVisits);
        AddTrouble(reason);
    }

    public void AddRefusedReferral(string reason)
    {
        Interlocked.Increment(ref _refusedReferrals);
        AddTrouble(reason);
    }

    public void AddTrouble(string reason) => Troubles.AddOrUpdate(reason, 1, (_, count) => count + 1);
}
