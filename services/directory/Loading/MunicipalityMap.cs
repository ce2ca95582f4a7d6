namespace Cnaim.Directory.Loading;

internal static class MunicipalityMap
{
    public static IReadOnlyList<MunicipalityRow> Rows(ReferenceDocuments documents) =>
    [
        .. ReferenceDocuments.Rows(documents.Municipalities, "municipalities").Select(row => new MunicipalityRow(
            row.Required("dico"), row.Required("name"), row.Text("district"), row.Text("autonomous_region"), row.Required("nuts2"), row.Required("nuts3"))),
    ];

    public sealed record MunicipalityRow(string Dico, string Name, string? District, string? AutonomousRegion, string Nuts2, string Nuts3);
}
