namespace Cnaim.Demo.Report;

/// <summary>A centre's row in the report.</summary>
public sealed record CentreLine(string Centre, bool IsAssumed, int Visits, int Interviews, int Issues, int Referrals);
