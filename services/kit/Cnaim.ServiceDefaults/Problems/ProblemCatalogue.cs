namespace Cnaim.ServiceDefaults.Problems;

/// <summary>All problem codes of a service; the first refusal of a code describes it.</summary>
internal sealed class ProblemCatalogue
{
    private readonly Dictionary<int, Refusal> _byStatus;

    public ProblemCatalogue(IEnumerable<ProblemSource> sources)
    {
        var refusals = sources.SelectMany(source => source.Refusals).ToList();
        Entries = [.. refusals
            .DistinctBy(refusal => refusal.Code, StringComparer.Ordinal)
            .OrderBy(refusal => refusal.Code, StringComparer.Ordinal)
            .Select(refusal => new ProblemEntry(refusal.Code, ProblemType.Of(refusal.Code), refusal.Status, refusal.Detail, refusal.Fix ?? refusal.Detail))];
        _byStatus = RefusalReader.Of(typeof(CommonRefusals)).DistinctBy(refusal => refusal.Status).ToDictionary(refusal => refusal.Status);
    }

    public IReadOnlyList<ProblemEntry> Entries { get; }

    /// <summary>The common refusal of a bare status code, for answers that nobody described.</summary>
    public Refusal? OfStatus(int status) => _byStatus.GetValueOrDefault(status);
}
