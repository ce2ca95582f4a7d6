using System.Text.Json.Nodes;

namespace Cnaim.Directory.Loading;

/// <summary>Centres and the offices that can be met there: all at a national centre, the reception at every other that is open.</summary>
internal static class CentreMap
{
    private const string NationalCentre = "cnaim";

    public static IReadOnlyList<CentreRow> Centres(ReferenceDocuments documents) => [.. Locations(documents).Select(location => Centre(location, documents.Defaults))];

    public static IReadOnlyList<OfficeAtCentreRow> Offices(ReferenceDocuments documents)
    {
        var attested = Attested(documents);
        var focalPoint = documents.Defaults["focalPoint"]!.GetValue<string>();
        return
        [
            .. Locations(documents).Where(location => IsOpen(location, documents.Defaults)).SelectMany(location => OfficesOf(location, documents)
                .Select(office => new OfficeAtCentreRow(
                    location.Required("slug"),
                    office,
                    Assumed: !string.Equals(office, OfficeMap.Reception, StringComparison.Ordinal) && !attested.Contains((location.Required("id"), office)),
                    focalPoint))),
        ];
    }

    private static IEnumerable<JsonObject> Locations(ReferenceDocuments documents) => ReferenceDocuments.Rows(documents.Network, "locations");

    private static IEnumerable<string> OfficesOf(JsonObject location, ReferenceDocuments documents) =>
        location.Text("kind") is NationalCentre ? OfficeMap.Offices(documents).Select(office => office.Code) : [OfficeMap.Reception];

    // A desk or office of the network's own list of services that a source places at the location.
    private static HashSet<(string Location, string Office)> Attested(ReferenceDocuments documents)
    {
        var officeOfSlug = documents.Defaults["officeOfService"]!.AsObject();
        var officeOfService = ReferenceDocuments.Rows(documents.Network, "services")
            .Where(service => officeOfSlug.ContainsKey(service.Required("slug")))
            .ToDictionary(service => service.Required("id"), service => officeOfSlug.Required(service.Required("slug")), StringComparer.Ordinal);
        return [.. ReferenceDocuments.Rows(documents.Network, "service_at_locations")
            .Where(row => officeOfService.ContainsKey(row.Required("service_id")))
            .Select(row => (row.Required("location_id"), officeOfService[row.Required("service_id")]))];
    }

    private static CentreRow Centre(JsonObject location, JsonNode defaults)
    {
        var hours = OpeningHours(location);
        var dico = location.Text("dico");
        return new CentreRow(
            location.Required("slug"),
            location.Required("name"),
            location.Required("kind"),
            location.Required("status"),
            IsOpen(location, defaults),
            dico,
            TimeZone(dico, defaults["timeZones"]!.AsObject()),
            hours.Count > 0 ? hours.ToJsonString() : defaults["openingHours"]!.ToJsonString(),
            OpeningHoursAssumed: hours.Count == 0);
    }

    private static bool IsOpen(JsonObject location, JsonNode defaults) =>
        defaults["openStatuses"]!.AsArray().Any(status => string.Equals(status!.GetValue<string>(), location.Text("status"), StringComparison.Ordinal));

    private static string TimeZone(string? dico, JsonObject zones) =>
        zones.Text(dico?[..2] ?? "default") ?? zones.Text(dico?[..1] ?? "default") ?? zones.Required("default");

    // Only weekly hours with both ends make a calendar; an itinerant stop's monthly hours do not.
    private static JsonArray OpeningHours(JsonObject location) =>
    [
        .. location.List("schedules")
            .Where(schedule => schedule.Text("freq") is "WEEKLY" && schedule.Text("byday") is not null && schedule.Text("opens_at") is not null && schedule.Text("closes_at") is not null)
            .Select(schedule => new JsonObject
            {
                ["days"] = new JsonArray([.. schedule.Required("byday").Split(',').Select(day => (JsonNode)day)]),
                ["opens"] = schedule.Required("opens_at"),
                ["closes"] = schedule.Required("closes_at"),
            }),
    ];

    public sealed record CentreRow(
        string Code, string Name, string Kind, string Status, bool IsOpen, string? Dico, string TimeZone, string OpeningHours, bool OpeningHoursAssumed);

    public sealed record OfficeAtCentreRow(string Centre, string Office, bool Assumed, string FocalPoint);
}
