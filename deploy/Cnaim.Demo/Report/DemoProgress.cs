namespace Cnaim.Demo.Report;

/// <summary>How far the day is, for a progress bar.</summary>
/// <param name="Stage">What is going on.</param>
/// <param name="Visits">Visits done.</param>
/// <param name="VisitsPlanned">Visits planned.</param>
/// <param name="Referrals">Referrals accepted by the platform.</param>
/// <param name="Ended">Referrals whose end the sender has seen.</param>
public sealed record DemoProgress(string Stage, int Visits, int VisitsPlanned, int Referrals, int Ended);
