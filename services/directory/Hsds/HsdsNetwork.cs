using System.Globalization;
using System.Text.Json.Nodes;
using Cnaim.Directory.Loading;

namespace Cnaim.Directory.Hsds;

/// <summary>The network's records with what HSDS 3 demands added, and their nested forms.</summary>
internal sealed class HsdsNetwork
{
    private readonly ILookup<string, JsonObject> _placesOfService;
    private readonly Dictionary<string, JsonObject> _byId;

    public HsdsNetwork(ReferenceDocuments documents)
    {
        Organizations = [.. Rows(documents, "organizations").Select(WithDescription)];
        Services = [.. Rows(documents, "services").Select(Service)];
        Locations = [.. Rows(documents, "locations").Select(Location)];
        ServiceAtLocations = [.. Rows(documents, "service_at_locations")];
        _placesOfService = ServiceAtLocations.ToLookup(row => row.Required("service_id"), StringComparer.Ordinal);
        _byId = Organizations.Concat(Services).Concat(Locations).ToDictionary(row => row.Required("id"), StringComparer.Ordinal);
    }

    public IReadOnlyList<JsonObject> Organizations { get; }

    public IReadOnlyList<JsonObject> Services { get; }

    public IReadOnlyList<JsonObject> Locations { get; }

    public IReadOnlyList<JsonObject> ServiceAtLocations { get; }

    public HsdsMap.Described Describe(JsonObject organization)
    {
        var id = organization.Required("id");
        var nested = Copy(organization);
        nested["services"] = Copies(Services.Where(service => service.Links("organization_id", id)));
        nested["locations"] = Copies(Locations.Where(location => location.Links("operator_organization_id", id)));
        return new HsdsMap.Described(organization, nested, [id]);
    }

    public HsdsMap.Described DescribeService(JsonObject service)
    {
        var nested = Copy(service);
        nested["organization"] = Copy(_byId[service.Required("organization_id")]);
        nested["service_at_locations"] = Copies(_placesOfService[service.Required("id")].Select(place => With(place, "location", "location_id")));
        nested["attributes"] = new JsonArray(new JsonObject
        {
            ["id"] = StableId.Of("attribute", service.Required("id")),
            ["link_entity"] = "service",
            ["taxonomy_term"] = HsdsTaxonomies.Category(service.Required("category")),
        });
        return new HsdsMap.Described(service, nested, [service.Required("organization_id"), HsdsTaxonomies.Category(service.Required("category")).Required("id"), HsdsTaxonomies.CategoryTaxonomyId]);
    }

    public HsdsMap.Described DescribeLocation(JsonObject location)
    {
        var id = location.Required("id");
        var nested = Copy(location);
        nested["service_at_locations"] = Copies(ServiceAtLocations.Where(place => place.Links("location_id", id)).Select(place => With(place, "service", "service_id")));
        return new HsdsMap.Described(location, nested, [.. new[] { location.Text("operator_organization_id"), location.Text("dico") }.OfType<string>()]);
    }

    public HsdsMap.Described DescribeServiceAtLocation(JsonObject place)
    {
        var service = _byId[place.Required("service_id")];
        var nested = With(With(place, "location", "location_id"), "service", "service_id");
        return new HsdsMap.Described(place, nested, [place.Required("service_id"), place.Required("location_id"), service.Required("organization_id")]);
    }

    private static IEnumerable<JsonObject> Rows(ReferenceDocuments documents, string list) => ReferenceDocuments.Rows(documents.Network, list).Select(Copy);

    private static JsonObject Service(JsonObject service)
    {
        service["status"] = "active"; // the documents list what sources report as offered
        Complete(service, "phones", "service_id");
        Complete(service, "schedules", "service_id");
        return WithDescription(service);
    }

    private static JsonObject Location(JsonObject location)
    {
        Complete(location, "addresses", "location_id");
        Complete(location, "phones", "location_id");
        Complete(location, "schedules", "location_id");
        foreach (var address in location.List("addresses"))
        {
            address["state_province"] = location.Text("district") ?? location.Text("autonomous_region");
        }

        return WithDescription(location);
    }

    // Nested records have no id in the documents; theirs follows from their owner and place.
    private static void Complete(JsonObject owner, string list, string link)
    {
        foreach (var (item, index) in owner.List(list).Select((item, index) => (item, index)))
        {
            item["id"] = StableId.Of(list, owner.Required("id"), index.ToString(CultureInfo.InvariantCulture));
            item[link] = owner.Required("id");
        }
    }

    private static JsonObject WithDescription(JsonObject row)
    {
        row["description"] ??= row.Text("note") ?? row.Text("alternate_name") ?? row.Required("name");
        return row;
    }

    private JsonObject With(JsonObject place, string member, string link)
    {
        var copy = Copy(place);
        copy[member] = Copy(_byId[place.Required(link)]);
        return copy;
    }

    private static JsonObject Copy(JsonObject row) => row.DeepClone().AsObject();

    private static JsonArray Copies(IEnumerable<JsonObject> rows) => [.. rows.Select(Copy)];
}
