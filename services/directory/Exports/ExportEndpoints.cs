using System.Globalization;
using Cnaim.Directory.Centres;
using Cnaim.ServiceDefaults.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Exports;

internal static class ExportEndpoints
{
    private static readonly string[] Columns = ["centre", "name", "municipality", "office", "capacity", "focalPoint", "focalPointAssumed"];

    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.TryAddSingleton<WriteHsds>();
        return services;
    }

    /// <summary>Open, as the resources that it holds.</summary>
    public static RouteGroupBuilder MapHsdsExport(this RouteGroupBuilder routes)
    {
        routes.MapGet("/export/hsds", Hsds).WithName("Exports_Hsds").WithSummary("The whole directory as the tables of HSDS 3, a zip archive of CSV files").WithTags("HSDS 3")
            .Produces<byte[]>(contentType: "application/zip");
        return routes;
    }

    public static void MapCapacityExport(this IEndpointRouteBuilder routes) => routes.MapGroup("/export").WithTags("Exports")
        .MapGet("/capacity", Capacity).WithName("Exports_Capacity").WithSummary("Each office at each centre with its free places and its focal point, as CSV, or with format=json as a list")
        .Produces<string>(contentType: Csv.MediaType).Produces<List<CapacityLine>>(contentType: TableFile.Json).ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<FileContentHttpResult> Hsds(WriteHsds write, CancellationToken cancellationToken) =>
        TypedResults.File(await write.RunAsync(cancellationToken), "application/zip", "cnaim-hsds-3.zip");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Capacity(string? format, CentreStore centres, CancellationToken cancellationToken)
    {
        var lines = (await centres.ListAsync(code: null, after: null, limit: null, cancellationToken)).SelectMany(
            centre => centre.Offices, (centre, office) => new CapacityLine(centre.Code, centre.Name, centre.Municipality, office.Office, office.Capacity, office.FocalPoint, office.FocalPointAssumed));
        return TableFile.Of("capacity", format, Columns, [.. lines], Cells);
    }

    private static IEnumerable<string?> Cells(CapacityLine line) =>
        [line.Centre, line.Name, line.Municipality, line.Office, line.Capacity?.ToString(CultureInfo.InvariantCulture), line.FocalPoint, line.FocalPointAssumed ? "true" : "false"];

    private sealed record CapacityLine(string Centre, string Name, string? Municipality, string Office, int? Capacity, string FocalPoint, bool FocalPointAssumed);
}
