using System.Collections.Frozen;
using System.Text.Json;

namespace Cnaim.Health.HealthCentres;

/// <summary>Health centre by municipality, from data; where no published list names one, the municipality's own is assumed and marked so.</summary>
internal sealed class HealthCentreAllocation
{
    private readonly FrozenDictionary<string, HealthCentre> _byMunicipality;

    private HealthCentreAllocation(IEnumerable<HealthCentre> centres) =>
        _byMunicipality = centres.ToFrozenDictionary(centre => centre.Municipality, StringComparer.Ordinal);

    public static HealthCentreAllocation Embedded()
    {
        using var stream = typeof(HealthCentreAllocation).Assembly.GetManifestResourceStream("Data/municipalities.json")
            ?? throw new InvalidOperationException("The build did not embed municipalities.json.");
        using var document = JsonDocument.Parse(stream);
        return new HealthCentreAllocation(document.RootElement.GetProperty("municipalities").EnumerateArray()
            .Select(place => new HealthCentre(place.GetProperty("dico").GetString()!, "Centro de Saúde de " + place.GetProperty("name").GetString(), Assumed: true))
            .ToList());
    }

    public HealthCentre? Of(string? municipality) => municipality is null ? null : _byMunicipality.GetValueOrDefault(municipality);
}
