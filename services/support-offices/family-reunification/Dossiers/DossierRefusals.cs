using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.FamilyReunification.Dossiers;

internal static class DossierRefusals
{
    public static readonly Refusal Invalid = new("invalid-dossier", 422, "Income and persons are not negative, and a dossier has at most 30 relatives.");
}
