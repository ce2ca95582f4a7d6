namespace Cnaim.Demo.People;

/// <summary>The language most people of a country would start in, as answers write it (BCP 47); where the list has none, English.</summary>
internal static class NativeLanguages
{
    private static readonly Dictionary<string, string[]> ByCountry = new(StringComparer.Ordinal)
    {
        ["BR"] = ["pt"],
        ["AO"] = ["pt"],
        ["MZ"] = ["pt"],
        ["ST"] = ["pt"],
        ["CV"] = ["kea", "pt"],
        ["GW"] = ["pov", "pt"],
        ["TL"] = ["tet", "pt"],
        ["UA"] = ["uk", "ru"],
        ["RU"] = ["ru"],
        ["BY"] = ["ru"],
        ["MD"] = ["ro"],
        ["RO"] = ["ro"],
        ["IN"] = ["hi", "pa", "en"],
        ["NP"] = ["ne", "hi"],
        ["BD"] = ["bn", "en"],
        ["PK"] = ["ur", "en"],
        ["CN"] = ["cmn"],
        ["SN"] = ["wo", "fr"],
        ["GM"] = ["mnk", "en"],
        ["GN"] = ["ff", "fr"],
        ["MA"] = ["ar", "fr"],
        ["SY"] = ["ar"],
        ["AF"] = ["prs"],
        ["FR"] = ["fr"],
        ["IT"] = ["it", "en"],
        ["DE"] = ["de", "en"],
        ["ES"] = ["es"],
        ["VE"] = ["es"],
        ["CO"] = ["es"],
        ["AR"] = ["es"],
        ["TR"] = ["tr"],
        ["GE"] = ["ka", "ru"],
    };

    public static string[] Of(string country) => ByCountry.GetValueOrDefault(country, ["en"]);
}
