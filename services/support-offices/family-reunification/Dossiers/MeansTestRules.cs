using Cnaim.Contracts.Codes;

namespace Cnaim.FamilyReunification.Dossiers;

/// <summary>Means and lodging of the household, three-valued: what is not known never counts against the family.</summary>
internal static class MeansTestRules
{
    public static Assessment Assess(Dossier dossier, ReferenceAmounts amounts, DateOnly on)
    {
        var wage = amounts.On(on);
        var (low, high) = (Required(dossier, amounts, wage, unknownIsAdult: false), Required(dossier, amounts, wage, unknownIsAdult: true));
        var (means, lodging) = (Means(dossier.MonthlyIncome, low, high), Lodging(dossier));
        return new Assessment(
            Code(And(means, lodging)), Code(means), Code(lodging), low, high, wage?.Amount, wage?.Assumed ?? true, [.. FindOut(dossier, means, lodging)], amounts.LegalBasis);
    }

    private static decimal? Required(Dossier dossier, ReferenceAmounts amounts, ReferenceAmount? wage, bool unknownIsAdult)
    {
        var adults = dossier.Relatives.Count(relative => relative.IsAdult ?? unknownIsAdult);
        var children = dossier.Relatives.Count - adults;
        var percent = amounts.FirstAdultPercent + (adults * amounts.FurtherAdultPercent) + (children * amounts.ChildPercent);
        return wage is null ? null : wage.Amount * percent / 100;
    }

    private static bool? Means(decimal? income, decimal? low, decimal? high) => income switch
    {
        null => null,
        _ when high is null || low is null => null,
        _ when income >= high => true,
        _ when income < low => false,
        _ => null,
    };

    private static bool? Lodging(Dossier dossier) => dossier.LodgingProved switch
    {
        true when dossier.LodgingPersons is null => null,
        true => dossier.LodgingPersons >= dossier.Relatives.Count + 1,
        var answer => answer,
    };

    private static IEnumerable<string> FindOut(Dossier dossier, bool? means, bool? lodging)
    {
        if (means is null && dossier.MonthlyIncome is null)
        {
            yield return "monthly-income";
        }

        if (means is null && dossier.Relatives.Exists(relative => relative.IsAdult is null))
        {
            yield return "ages-of-relatives";
        }

        if (lodging is null)
        {
            yield return dossier.LodgingProved is null ? "lodging-proof" : "lodging-persons";
        }
    }

    private static bool? And(bool? left, bool? right) => left is false || right is false ? false : left is null || right is null ? null : true;

    private static string Code(bool? value) => value switch
    {
        true => EligibilityResult.Eligible,
        false => EligibilityResult.NotEligible,
        null => EligibilityResult.Unknown,
    };
}
