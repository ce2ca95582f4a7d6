namespace Cnaim.Demo.Play;

/// <summary>What happened at one centre.</summary>
internal sealed class CentreTally
{
    private int _visits;
    private int _interviews;
    private int _issues;
    private int _referrals;

    public int Visits => _visits;

    public int Interviews => _interviews;

    public int Issues => _issues;

    public int Referrals => _referrals;

    public void AddVisit() => Interlocked.Increment(ref _visits);

    public void AddInterview(int issues)
    {
        Interlocked.Increment(ref _interviews);
        Interlocked.Add(ref _issues, issues);
    }

    public void AddReferral() => Interlocked.Increment(ref _referrals);
}
