using Microsoft.Extensions.Options;

namespace Cnaim.Mediation;

/// <summary>The clock on a centre's wall.</summary>
internal sealed class CentreZones(IOptions<ZoneOptions> options)
{
    public TimeZoneInfo Of(string centre) => TimeZoneInfo.FindSystemTimeZoneById(options.Value.Centres.GetValueOrDefault(centre, options.Value.Default));
}

/// <summary>Zones of centres (section <c>Zones</c>).</summary>
internal sealed class ZoneOptions
{
    /// <summary>The zone of every centre that has none of its own; default Europe/Lisbon.</summary>
    public string Default { get; set; } = "Europe/Lisbon";

    /// <summary>Zone by the centre's code, for centres in the Azores.</summary>
    public Dictionary<string, string> Centres { get; set; } = new(StringComparer.Ordinal);
}
