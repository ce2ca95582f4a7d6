namespace Cnaim.ServiceDefaults.Problems;

/// <summary>Refusals that one part of a service brings into its registry.</summary>
/// <param name="Refusals">The refusals.</param>
internal sealed record ProblemSource(IReadOnlyList<Refusal> Refusals);
