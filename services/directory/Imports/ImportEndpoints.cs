using System.Text;
using System.Text.Json;
using Cnaim.Directory.Capacities;
using Cnaim.Directory.Exports;
using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.ServiceDefaults.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace Cnaim.Directory.Imports;

/// <summary>Focal points and capacity as a file, in and out; the same columns both ways.</summary>
internal static class ImportEndpoints
{
    private const long MostBytes = 16 * 1024 * 1024;

    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton<ImportStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IImportKind, FocalPointImport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IImportKind, CapacityImport>());
        services.AddHostedService<RunImports>();
        return services;
    }

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var points = routes.MapGroup("/focal-points").WithTags("Focal points").RequireRight(Right.DirectoryChange);
        points.MapGet("/export", Export).WithName("FocalPoints_Export").WithSummary("Focal points that the caller may write, as a file of the same columns that an import takes; with format=json as a list")
            .Produces<string>(contentType: Csv.MediaType, additionalContentTypes: TableFile.Json).ProducesProblem(StatusCodes.Status400BadRequest);
        MapKind<NewFocalPoint>(points, "focal-points", "FocalPointImports", FocalPointTable.Columns, "Send a file of focal points, up to 100 000 rows; all are written or none, and with dryRun none in any case");
        MapKind<NewCapacity>(
            routes.MapGroup("/capacity").WithTags("Capacity").RequireRight(Right.DirectoryChange), "capacity", "CapacityImports", CapacityTable.Columns,
            "Send a file of free places by centre and office, as the export has them; all are written or none, and with dryRun none in any case");
    }

    private static void MapKind<TRow>(RouteGroupBuilder group, string kind, string name, ImportColumns columns, string summary)
    {
        group.MapPost("/imports", Add).WithName(name + "_Add").WithSummary(summary)
            .Accepts<TRow[]>(Csv.MediaType, TableFile.Json).AddOpenApiOperationTransformer(ShowTableAsText).WithMetadata(RequestKey.Header, new RequestSizeLimitAttribute(MostBytes)).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/imports/{id:guid}", Get).WithName(name + "_Get").WithSummary("How far a file has got, and what is wrong with which line and column").ProducesProblem(StatusCodes.Status404NotFound);

        async Task<Results<AcceptedAtRoute<ImportStatus>, ProblemHttpResult>> Add(bool? dryRun, HttpRequest request, Actor actor, RightsPolicy rights, ImportStore imports, CancellationToken cancellationToken)
        {
            var key = RequestKey.Read(request, actor);
            if (!key.IsAccepted)
            {
                return key.Refusal.ToProblem();
            }

            if (await ReadAsync(request, columns, cancellationToken) is not { } content)
            {
                return DirectoryRefusals.ImportUnreadable.ToProblem();
            }

            var import = await imports.AddAsync(new NewImport(kind, content, dryRun ?? false, OnlyCentre(rights, actor), key.Event), actor, cancellationToken);
            return import.IsAccepted ? TypedResults.AcceptedAtRoute(import.Event.ToStatus(), name + "_Get", new { id = import.Event.ImportId }) : import.Refusal.ToProblem();
        }

        async Task<Results<Ok<ImportStatus>, ProblemHttpResult>> Get(Guid id, Actor actor, ImportStore imports, CancellationToken cancellationToken) =>
            await imports.FindAsync(kind, id, actor, cancellationToken) is { } import ? TypedResults.Ok(import.ToStatus()) : CommonRefusals.NotFound.ToProblem();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(string? format, Actor actor, RightsPolicy rights, ImportStore imports, CancellationToken cancellationToken)
    {
        var points = await imports.ExportAsync(OnlyCentre(rights, actor), cancellationToken);
        return TableFile.Of("focal-points", format, FocalPointTable.Columns.Names, [.. points.Select(point => new FocalPointLine(point.Centre, point.Office, point.Holder, point.ValidFrom, point.ValidTo))], FocalPointTable.Cells);
    }

    // One type of body stands for all media types; the rows are those of the list alone.
    private static Task ShowTableAsText(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody!.Content![Csv.MediaType].Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        return Task.CompletedTask;
    }

    private static string? OnlyCentre(RightsPolicy rights, Actor actor) => rights.ScopeOf(actor, Right.DirectoryChange) is RightScope.Network ? null : actor.Centre;

    // NUL is no text, and a database takes none.
    private static async Task<string?> ReadAsync(HttpRequest request, ImportColumns columns, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            var items = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: cancellationToken);
            return items.ValueKind is JsonValueKind.Array && items.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Object) ? columns.OfJson(items) : null;
        }

        using var reader = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            return await reader.ReadToEndAsync(cancellationToken) is { Length: > 0 } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
