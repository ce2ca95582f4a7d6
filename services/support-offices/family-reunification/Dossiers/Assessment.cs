namespace Cnaim.FamilyReunification.Dossiers;

/// <summary>The three-valued result with what it rests on.</summary>
/// <param name="Result"><c>eligible</c>, <c>not-eligible</c> or <c>unknown</c>.</param>
/// <param name="Means">The means test alone.</param>
/// <param name="Lodging">The lodging proof alone.</param>
/// <param name="RequiredLow">The least that the household may need, in euros a month; null without a reference amount.</param>
/// <param name="RequiredHigh">The most, when some ages are not known.</param>
/// <param name="ReferenceAmount">The wage in force on the date.</param>
/// <param name="Assumed">True when that amount is not confirmed.</param>
/// <param name="FindOut">What is missing.</param>
/// <param name="LegalBasis">The law.</param>
internal sealed record Assessment(
    string Result,
    string Means,
    string Lodging,
    decimal? RequiredLow,
    decimal? RequiredHigh,
    decimal? ReferenceAmount,
    bool Assumed,
    IReadOnlyList<string> FindOut,
    string LegalBasis);
