using System.Text.Json.Nodes;
using Cnaim.Directory.Loading;

namespace Cnaim.Directory.Hsds;

/// <summary>Turns the documents into HSDS 3 resources. Their own further members (kind, dico, source, ...) are kept as extensions.</summary>
internal static class HsdsMap
{
    private static readonly string[] SearchedMembers = ["name", "alternate_name", "municipality", "code"];

    public static IReadOnlyList<HsdsRow> Rows(ReferenceDocuments documents)
    {
        var network = new HsdsNetwork(documents);
        return
        [
            .. Number(HsdsKind.Organization, network.Organizations.Select(network.Describe)),
            .. Number(HsdsKind.Service, network.Services.Select(network.DescribeService)),
            .. Number(HsdsKind.Location, network.Locations.Select(network.DescribeLocation)),
            .. Number(HsdsKind.ServiceAtLocation, network.ServiceAtLocations.Select(network.DescribeServiceAtLocation)),
            .. Number(HsdsKind.Schedule, network.Services.Concat(network.Locations).SelectMany(row => row.List("schedules")).Select(schedule => Described.Of(
                schedule, schedule.Text("location_id") ?? schedule.Required("service_id")))),
            .. Number(HsdsKind.Language, HsdsLanguages.All(documents)),
            .. Number(HsdsKind.Taxonomy, HsdsTaxonomies.All()),
            .. Number(HsdsKind.TaxonomyTerm, HsdsTaxonomies.Terms(documents)),
        ];
    }

    private static IEnumerable<HsdsRow> Number(string kind, IEnumerable<Described> resources) => resources.Select((resource, position) => new HsdsRow(
        kind,
        resource.Document.Required("id"),
        position,
        SearchText.Fold(string.Join(' ', SearchedMembers.Select(resource.Document.Text))),
        resource.Related,
        resource.Document.ToJsonString(),
        resource.Nested.ToJsonString()));

    /// <summary>A resource in both forms, and the ids by which lists are filtered.</summary>
    internal sealed record Described(JsonObject Document, JsonObject Nested, string[] Related)
    {
        public static Described Of(JsonObject document, params string?[] related) => new(document, document, [.. related.OfType<string>()]);
    }
}
