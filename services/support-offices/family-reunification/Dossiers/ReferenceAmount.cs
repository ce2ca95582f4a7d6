namespace Cnaim.FamilyReunification.Dossiers;

internal sealed record ReferenceAmount
{
    public required DateOnly From { get; init; }

    public required decimal Amount { get; init; }

    public bool Assumed { get; init; }
}
