using System.Text.Json.Nodes;
using Cnaim.Directory.Hsds;
using Cnaim.Directory.Loading;

namespace Cnaim.Directory.Exports;

/// <summary>The tables of HSDS 3 that the network fills, by their file names in the specification, and the fields that it has of each.</summary>
internal static class HsdsTables
{
    public static IReadOnlyList<HsdsTable> All { get; } =
    [
        new("organizations.csv", HsdsKind.Organization, null, ["id", "name", "alternate_name", "description", "email", "website"], []),
        new("services.csv", HsdsKind.Service, null, ["id", "organization_id", "name", "alternate_name", "description", "url", "email", "status"], []),
        new("locations.csv", HsdsKind.Location, null, ["id", "location_type", "url", "name", "alternate_name", "description", "transportation", "latitude", "longitude"], []),
        new("service_at_location.csv", HsdsKind.ServiceAtLocation, null, ["id", "service_id", "location_id", "description"], []),
        // An address of which a part is not known is no address of HSDS.
        new("addresses.csv", HsdsKind.Location, "addresses", ["id", "location_id", "attention", "address_1", "address_2", "city", "region", "state_province", "postal_code", "country", "address_type"],
            ["address_1", "city", "state_province", "postal_code", "country", "address_type"]),
        new("phones.csv", HsdsKind.Service, "phones", Phone, ["number"]),
        new("phones.csv", HsdsKind.Location, "phones", Phone, ["number"]),
        new("schedules.csv", HsdsKind.Schedule, null, ["id", "service_id", "location_id", "valid_from", "valid_to", "freq", "byday", "description", "opens_at", "closes_at"], []),
        new("languages.csv", HsdsKind.Language, null, ["id", "name", "code", "note"], []),
        new("taxonomies.csv", HsdsKind.Taxonomy, null, ["id", "name", "description", "version"], []),
        new("taxonomy_terms.csv", HsdsKind.TaxonomyTerm, null, ["id", "code", "name", "description", "parent_id", "taxonomy", "language", "taxonomy_id"], []),
    ];

    private static string[] Phone => ["id", "location_id", "service_id", "number", "extension", "type", "description"];

    /// <summary>The rows of a table in the resources of its kind.</summary>
    public static IEnumerable<IEnumerable<string?>> Rows(this HsdsTable table, IEnumerable<JsonObject> resources) => resources
        .SelectMany(resource => table.List is { } list ? resource.List(list) : [resource])
        .Where(row => table.Demanded.All(field => row[field] is not null))
        .Select(row => table.Fields.Select(field => row[field]?.ToString()));
}

/// <summary>A table: its file, the resources that it is made of or that its rows hang on, its fields, and those without which a row is left out.</summary>
internal sealed record HsdsTable(string File, string Kind, string? List, IReadOnlyList<string> Fields, IReadOnlyList<string> Demanded);
