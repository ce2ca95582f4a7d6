using Cnaim.Demo.Reference;

namespace Cnaim.Demo.People;

/// <summary>
/// The residence status: titles in the proportions of residents by reason; the share of people without a settled title among those
/// who come to a centre is in no statistics and is assumed.
/// </summary>
internal static class StatusDraw
{
    /// <summary>Assumed: visitors from third countries who have no settled title yet.</summary>
    public const double UnsettledShare = 0.30;

    private static readonly (string Code, double Weight)[] Unsettled =
    [
        ("undocumented", 30), ("pending-first-permit", 20), ("expired-permit", 12), ("pending-renewal", 12), ("residence-visa", 10),
        ("short-stay", 5), ("asylum-seeker", 5), ("refugee", 2), ("subsidiary-protection", 2), ("seasonal-visa", 2),
    ];

    public static string Next(Draw draw, Nationality nationality, IReadOnlyDictionary<string, int> reasons)
    {
        if (nationality.FreeMovement)
        {
            return draw.Chance(0.85) ? "eu-registered" : "eu-unregistered";
        }

        if (nationality.Alpha2 is "UA")
        {
            return draw.Chance(0.6) ? "temporary-protection" : Settled(draw, nationality, reasons);
        }

        return draw.Chance(UnsettledShare) ? draw.Weighted(Unsettled) : Settled(draw, nationality, reasons);
    }

    private static string Settled(Draw draw, Nationality nationality, IReadOnlyDictionary<string, int> reasons) => draw.Weighted(
        ("residence-permit-temporary", reasons["professional_activity"] + reasons["study"]),
        ("residence-permit-family", reasons["family_reunification"]),
        ("residence-permit-cplp", nationality.PortugueseSpeaking ? reasons["cplp_agreement"] : 0));
}
