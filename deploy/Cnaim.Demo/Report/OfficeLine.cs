namespace Cnaim.Demo.Report;

/// <summary>An office's row in the report.</summary>
public sealed record OfficeLine(string Office, int Referrals, int Completed, int Rejected, int Other, int Unanswered, double LoopP50Ms);
