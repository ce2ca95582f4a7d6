namespace Cnaim.ServiceDefaults.Problems;

/// <summary>All problem codes of a service; the first refusal of a code describes it.</summary>
public sealed class ProblemCatalogue
{
    private readonly Dictionary<int, Refusal> _byStatus;

    internal ProblemCatalogue(IEnumerable<ProblemSource> sources)
    {
        var refusals = sources.SelectMany(source => source.Refusals).ToList();
        Entries = [.. refusals
            .DistinctBy(refusal => refusal.Code, StringComparer.Ordinal)
            .OrderBy(refusal => refusal.Code, StringComparer.Ordinal)
            .Select(refusal => new ProblemEntry(refusal.Code, ProblemType.Of(refusal.Code), refusal.Status, refusal.Detail, refusal.Fix ?? refusal.Detail))];
        _byStatus = RefusalReader.Of(typeof(CommonRefusals)).DistinctBy(refusal => refusal.Status).ToDictionary(refusal => refusal.Status);
    }

    /// <summary>The codes in alphabetical order.</summary>
    public IReadOnlyList<ProblemEntry> Entries { get; }

    /// <summary>The common refusal of a bare status code, for answers that nobody described.</summary>
    internal Refusal? OfStatus(int status) => _byStatus.GetValueOrDefault(status);
}
