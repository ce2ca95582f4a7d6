using System.Globalization;
using System.Text;
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
        .MapGet("/capacity", Capacity).WithName("Exports_Capacity").WithSummary("Each office at each centre with its free places and its focal point, as CSV").Produces<string>(contentType: Csv.MediaType);

    private static async Task<FileContentHttpResult> Hsds(WriteHsds write, CancellationToken cancellationToken) =>
        TypedResults.File(await write.RunAsync(cancellationToken), "application/zip", "cnaim-hsds-3.zip");

    private static async Task<FileContentHttpResult> Capacity(CentreStore centres, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(Csv.Line(Columns));
        foreach (var centre in await centres.ListAsync(code: null, after: null, limit: null, cancellationToken))
        {
            foreach (var office in centre.Offices)
            {
                text.Append(Csv.Line([centre.Code, centre.Name, centre.Municipality, office.Office, office.Capacity?.ToString(CultureInfo.InvariantCulture), office.FocalPoint, office.FocalPointAssumed ? "true" : "false"]));
            }
        }

        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], Csv.MediaType, "capacity.csv");
    }
}
