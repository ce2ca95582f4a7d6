using System.Text.Json.Nodes;
using Cnaim.Directory.Loading;

namespace Cnaim.Directory.Hsds;

/// <summary>Two taxonomies: the kinds of services, and the offices with what can be asked of them.</summary>
internal static class HsdsTaxonomies
{
    private const string CategoryTaxonomy = "cnaim-service-categories";
    private const string RequestTaxonomy = "cnaim-requests";

    public static string CategoryTaxonomyId { get; } = StableId.Of("taxonomy", CategoryTaxonomy);

    private static string RequestTaxonomyId { get; } = StableId.Of("taxonomy", RequestTaxonomy);

    public static IEnumerable<HsdsMap.Described> All() =>
    [
        HsdsMap.Described.Of(Taxonomy(CategoryTaxonomyId, CategoryTaxonomy, "Kinds of services of the network")),
        HsdsMap.Described.Of(Taxonomy(RequestTaxonomyId, RequestTaxonomy, "Offices, and below each what can be asked of it")),
    ];

    public static IEnumerable<HsdsMap.Described> Terms(ReferenceDocuments documents)
    {
        var categories = ReferenceDocuments.Rows(documents.Network, "services").Select(service => service.Required("category")).Distinct(StringComparer.Ordinal);
        return categories.Select(category => HsdsMap.Described.Of(Category(category), CategoryTaxonomyId))
            .Concat(OfficeMap.Catalogue(documents).SelectMany(Office));
    }

    public static JsonObject Category(string category) => Term(CategoryTaxonomy, category, category.Replace('_', ' '), parent: null);

    private static IEnumerable<HsdsMap.Described> Office(JsonObject office)
    {
        var term = Term(RequestTaxonomy, office.Required("code"), office["name"]!.AsObject().Required("en"), parent: null);
        var id = term.Required("id");
        yield return HsdsMap.Described.Of(term, RequestTaxonomyId);
        foreach (var request in office.List("requests"))
        {
            yield return HsdsMap.Described.Of(
                Term(RequestTaxonomy, request.Required("code"), request["label"]!.AsObject().Required("en"), id), RequestTaxonomyId, id);
        }
    }

    private static JsonObject Taxonomy(string id, string name, string description) =>
        new() { ["id"] = id, ["name"] = name, ["description"] = description, ["version"] = "1" };

    private static JsonObject Term(string taxonomy, string code, string name, string? parent) => new()
    {
        ["id"] = StableId.Of("taxonomy_term", taxonomy, code),
        ["code"] = code,
        ["name"] = name,
        ["description"] = name,
        ["parent_id"] = parent,
        ["taxonomy"] = taxonomy,
        ["taxonomy_id"] = StableId.Of("taxonomy", taxonomy),
        ["language"] = "en",
    };
}
