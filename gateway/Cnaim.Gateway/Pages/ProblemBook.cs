using System.Text.Json;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Gateway.Pages;

/// <summary>The problem codes of all services, as they were when this was built: a page about a service that is down needs that service least of all.</summary>
internal sealed class ProblemBook(ProblemCatalogue own)
{
    private static readonly Lazy<IReadOnlyList<ProblemBookEntry>> Published = new(Load);

    public IReadOnlyList<ProblemBookEntry> Entries { get; } = [.. own.Entries.Select(problem => new ProblemBookEntry("gateway", problem)), .. Published.Value];

    private static List<ProblemBookEntry> Load()
    {
        using var stream = typeof(ProblemBook).Assembly.GetManifestResourceStream("problems.json")!;
        return [.. JsonSerializer.Deserialize<List<PublishedProblem>>(stream, JsonSerializerOptions.Web)!.SelectMany(entry => entry.Services.Select(service => new ProblemBookEntry(service, entry.Problem)))];
    }

    private sealed record PublishedProblem(ProblemEntry Problem, IReadOnlyList<string> Services);
}
