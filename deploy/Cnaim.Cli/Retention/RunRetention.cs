using System.Text.Json;
using Cnaim.Cli.Operating;
using Cnaim.Launcher;

namespace Cnaim.Cli.Retention;

/// <summary>Asks services what they have kept long enough, and lets them erase it batch by batch.</summary>
internal static class RunRetention
{
    /// <param name="services">Their codes.</param>
    /// <param name="centre">Of the demo administrator.</param>
    /// <param name="erases">False only reports.</param>
    /// <param name="progress">Told of every service, and of every batch.</param>
    /// <param name="cancellationToken">Ends the work after the present batch.</param>
    public static async Task<IReadOnlyList<RetentionLine>> RunAsync(
        IReadOnlyList<string> services, string centre, bool erases, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        var (runId, lines) = (Guid.CreateVersion7(), new List<RetentionLine>());
        for (var index = 0; index < services.Count; index++)
        {
            progress.Report(new PlatformStep("Looking for what is kept too long", index, services.Count, services[index]));
            using var client = await OperatorClient.OpenAsync(services[index], centre, cancellationToken);
            var found = (await client.RetentionAsync(cancellationToken)).Deserialize<RetentionLine[]>(JsonSerializerOptions.Web)!;
            foreach (var line in found.Select(line => line with { Service = services[index] }))
            {
                lines.Add(erases ? line with { Erased = await EraseAsync(client, runId, line, progress, cancellationToken) } : line);
            }
        }

        progress.Report(new PlatformStep("Looking for what is kept too long", services.Count, services.Count));
        return lines;
    }

    private static async Task<long> EraseAsync(OperatorClient client, Guid runId, RetentionLine line, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        long erased = 0;
        for (var batch = line.Due; batch > 0; erased += batch)
        {
            batch = (await client.RunRetentionAsync(runId, line.Category, cancellationToken)).GetProperty("changed").GetInt64();
            progress.Report(new PlatformStep($"Erasing {line.Category} of {line.Service}", (int)Math.Min(erased + batch, line.Due), (int)line.Due));
        }

        return erased;
    }
}
