using Cnaim.Launcher;
using Cnaim.Messaging;
using Npgsql;

namespace Cnaim.Cli.Auditing;

/// <summary>Verifies the audit trails of services, one after the other.</summary>
internal static class VerifyTrails
{
    /// <param name="services">Their codes.</param>
    /// <param name="connectionOf">A way into a service's database, reading only.</param>
    /// <param name="directory">The directory's database, which keeps the heads.</param>
    /// <param name="progress">Told of every service, and within long trails.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<VerifiedTrails> RunAsync(
        IReadOnlyList<string> services, Func<string, string> connectionOf, string directory, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        try
        {
            var kept = await KeptHeads.ReadAsync(directory, cancellationToken);
            var reports = new List<AuditReport>();
            foreach (var service in services)
            {
                progress.Report(new PlatformStep("Verifying audit trails", reports.Count, services.Count, service));
                reports.Add(await AuditVerifier.VerifyAsync(service, connectionOf(service), kept.Of(service), new Within(service, progress), cancellationToken));
            }

            progress.Report(new PlatformStep("Verifying audit trails", services.Count, services.Count));
            return new VerifiedTrails(reports, kept.Roots, kept.Findings);
        }
        catch (NpgsqlException cause)
        {
            throw new LauncherException(LauncherProblem.Failed, $"A database cannot be read: {cause.Message}", cause);
        }
    }

    private sealed class Within(string service, IProgress<PlatformStep> progress) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value)
        {
            if (value.Total > 0)
            {
                progress.Report(new PlatformStep("Entries of " + service, (int)value.Done, (int)value.Total));
            }
        }
    }
}
