namespace Cnaim.Benchmarks.Referrals;

/// <summary>What the machine can do at most without us: the same rows by pgbench, a raw publish and consume with confirms.</summary>
/// <param name="WritesPerSecond">Sender's statement, eight clients.</param>
/// <param name="MessagesPerSecond">Persistent 1 KiB messages, 200 in flight, acknowledged one by one.</param>
/// <param name="AppliesPerSecond">Receiver's statement, eight clients.</param>
internal sealed record ReferralFloor(double WritesPerSecond, double MessagesPerSecond, double AppliesPerSecond)
{
    /// <summary>Referrals a second: each part alone keeps the machine busy and a referral needs all three, so the times add up.</summary>
    public double PerSecond => 1 / ((1 / WritesPerSecond) + (1 / MessagesPerSecond) + (1 / AppliesPerSecond));
}
