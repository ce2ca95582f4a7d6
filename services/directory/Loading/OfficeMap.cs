using System.Text.Json.Nodes;

namespace Cnaim.Directory.Loading;

/// <summary>The offices and their requests; the welcome-and-triage desk is an office too, but in no catalogue.</summary>
internal static class OfficeMap
{
    public const string Reception = "reception";

    public static IReadOnlyList<OfficeRow> Offices(ReferenceDocuments documents) =>
    [
        new OfficeRow(Reception, "reception", "Reception, welcome and triage", "Acolhimento e triagem", "normal"),
        .. Catalogue(documents).Select(office => new OfficeRow(
            office.Required("code"), office.Required("kind"), Label(office, "name", "en"), Label(office, "name", "pt"), office.Required("sensitivity"))),
    ];

    public static IReadOnlyList<RequestRow> Requests(ReferenceDocuments documents) =>
    [
        .. Catalogue(documents)
            .SelectMany(office => office.List("requests").Select(request => (Office: office.Required("code"), Request: request)))
            .Select((row, position) => new RequestRow(
                row.Request.Required("code"),
                row.Office,
                position,
                Label(row.Request, "label", "en"),
                Label(row.Request, "label", "pt"),
                row.Request["status_blind"]?.GetValue<bool>() ?? false)),
    ];

    public static IEnumerable<JsonObject> Catalogue(ReferenceDocuments documents) => ReferenceDocuments.Rows(documents.Offices, "offices");

    private static string Label(JsonObject row, string member, string language) => row[member]!.AsObject().Required(language);

    public sealed record OfficeRow(string Code, string Kind, string NameEn, string NamePt, string Sensitivity);

    public sealed record RequestRow(string Code, string Office, int Position, string LabelEn, string LabelPt, bool StatusBlind);
}
