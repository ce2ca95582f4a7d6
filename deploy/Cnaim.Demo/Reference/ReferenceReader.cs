using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Cnaim.Demo.Reference;

/// <summary>Turns the files of <c>deploy/data</c> into what <see cref="ReferenceData"/> holds.</summary>
internal static class ReferenceReader
{
    private const string LatestYear = "2024";

    public static IReadOnlyList<Question> Questions(JsonNode file) => List(file["questions"], node => new Question(
        Text(node, "code"),
        Text(node, "block"),
        Text(node, "type"),
        node["multiple"]?.GetValue<bool>() ?? false,
        List(node["options"], option => Text(option, "code")),
        node["prefer_not_to_say"]!.GetValue<bool>()));

    public static IEnumerable<OfficeRequest> Requests(JsonNode file) =>
        from office in file["offices"]!.AsArray()
        from request in office["requests"]!.AsArray()
        select new OfficeRequest(
            Text(request, "code"),
            Text(office, "code"),
            request["status_blind"]!.GetValue<bool>(),
            Texts(request["typical_outcomes"]),
            Texts(request["issues"]));

    public static IReadOnlyList<Scenario> Scenarios(JsonNode file) => List(file["scenarios"], node => new Scenario(
        Text(node, "id"), Text(node, "alias"), Text(node, "evaluate_at"), node["answers"]!.AsObject(), node["expected"]!.AsObject()));

    public static IReadOnlyList<Nationality> Nationalities(JsonNode series, JsonNode countries)
    {
        var byAlpha3 = countries["countries"]!.AsArray().ToDictionary(country => Text(country!, "alpha3"), country => country!, StringComparer.Ordinal);
        return series["foreign_residents_by_nationality"]!.AsArray()
            .Where(row => row!["years"]![LatestYear] is not null && byAlpha3.ContainsKey(Text(row, "alpha3")))
            .Select(row => Nationality(row!["years"]![LatestYear]!, byAlpha3[Text(row, "alpha3")]))
            .Where(nationality => nationality.Male + nationality.Female > 0 && !string.Equals(nationality.Alpha2, "PT", StringComparison.Ordinal))
            .ToList();
    }

    public static IReadOnlyList<AgeGroup> AgeGroups(JsonNode series) => List(series["residents_by_age"]!.AsArray()[^1]!["groups"], node =>
    {
        var limits = Text(node, "age").Split('-', '+');
        var to = int.TryParse(limits[1], CultureInfo.InvariantCulture, out var last) ? last : 90;
        return new AgeGroup(int.Parse(limits[0], CultureInfo.InvariantCulture), to, Number(node, "male"), Number(node, "female"));
    });

    public static Dictionary<string, int> Reasons(JsonNode series) => series["residents_by_reason_2024"]!.AsObject()
        .Where(pair => pair.Key is not "year" and not "source")
        .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<int>(), StringComparer.Ordinal);

    public static IReadOnlyList<(string Name, string District, int Foreign)> Municipalities(JsonNode file) => List(file["municipalities"], node =>
        (Text(node, "name"), node["district"]?.ToString() ?? "", node["census_2021"]!["foreign"]!.GetValue<int>()));

    public static FrozenDictionary<string, string> Languages(JsonNode file) => file["languages"]!.AsArray()
        .DistinctBy(node => Text(node!, "bcp47"), StringComparer.Ordinal)
        .ToFrozenDictionary(node => Text(node!, "bcp47"), node => Text(node!, "iso639_3"), StringComparer.Ordinal);

    private static Nationality Nationality(JsonNode year, JsonNode country) => new(
        Text(country, "alpha2"),
        Number(year, "male"),
        Number(year, "female"),
        country["eu"]!.GetValue<bool>() || country["eea_or_switzerland"]!.GetValue<bool>(),
        country["cplp"]!.GetValue<bool>());

    private static int Number(JsonNode node, string name) => node[name]?.GetValue<int>() ?? 0;

    private static string Text(JsonNode? node, string name) => node![name]!.GetValue<string>();

    private static List<string> Texts(JsonNode? node) => List(node, item => item.GetValue<string>());

    private static List<T> List<T>(JsonNode? node, Func<JsonNode, T> read) => (node?.AsArray() ?? []).Select(item => read(item!)).ToList();
}
