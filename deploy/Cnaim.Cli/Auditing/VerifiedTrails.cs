using Cnaim.Messaging;

namespace Cnaim.Cli.Auditing;

/// <summary>What was found in all trails and roots that were looked at.</summary>
internal sealed record VerifiedTrails(IReadOnlyList<AuditReport> Services, int Roots, IReadOnlyList<string> RootFindings)
{
    public bool IsIntact => RootFindings.Count == 0 && Services.All(report => report.IsIntact);
}
