namespace Cnaim.Gateway.Counter.Pages.Statistics;

/// <summary>How often nobody was found, by language and reason.</summary>
internal sealed record UnmetDemand(IReadOnlyList<DemandCell> Cells, IReadOnlyList<DemandSum> Languages, ShownCount Total);

/// <summary>One language and one reason.</summary>
internal sealed record DemandCell(string Language, string Outcome, ShownCount Count);

/// <summary>A language over all reasons.</summary>
internal sealed record DemandSum(string? Language, ShownCount Count);

/// <summary>A count; no text where a small one could be worked out from it.</summary>
internal sealed record ShownCount(string? Shown);
