using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Health;

internal static class HealthRefusals
{
    public static readonly Refusal NumberAlreadyRequested = new("health-number-already-requested", 409, "The number was already asked for in this case.");

    public static readonly Refusal NumberNotRequested = new("health-number-not-requested", 409, "Ask the register for the number first.");

    public static readonly Refusal NumberAlreadyIssued = new("health-number-already-issued", 409, "The register has already confirmed the number of this case.");

    public static readonly Refusal MunicipalityUnknown = new("municipality-unknown", 422, "Name a municipality by its DICO code of four digits.");
}
