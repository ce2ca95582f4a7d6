using System.Text;
using System.Text.Json;
using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.ServiceDefaults.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Imports;

/// <summary>Focal points as a file, in and out; the same columns both ways.</summary>
internal static class ImportEndpoints
{
    private const long MostBytes = 16 * 1024 * 1024;

    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton<ImportStore>();
        services.AddHostedService<RunImports>();
        return services;
    }

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/focal-points").WithTags("Focal points").RequireRight(Right.DirectoryChange);
        group.MapGet("/export", Export).WithName("FocalPoints_Export").WithSummary("Focal points that the caller may write, as a file of the same columns that an import takes").Produces<string>(contentType: Csv.MediaType);
        group.MapPost("/imports", Add).WithName("FocalPointImports_Add").WithSummary("Send a file of focal points, up to 100 000 rows; all are written or none, and with dryRun none in any case")
            .Accepts<string>(Csv.MediaType, "application/json").WithMetadata(RequestKey.Header, new RequestSizeLimitAttribute(MostBytes)).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/imports/{id:guid}", Get).WithName("FocalPointImports_Get").WithSummary("How far a file has got, and what is wrong with which line and column").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<FileContentHttpResult> Export(Actor actor, RightsPolicy rights, ImportStore imports, CancellationToken cancellationToken)
    {
        var points = await imports.ExportAsync(OnlyCentre(rights, actor), cancellationToken);
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(FocalPointTable.Write(points))], Csv.MediaType, "focal-points.csv");
    }

    private static async Task<Results<AcceptedAtRoute<ImportStatus>, ProblemHttpResult>> Add(
        bool? dryRun, HttpRequest request, Actor actor, RightsPolicy rights, ImportStore imports, CancellationToken cancellationToken)
    {
        var key = RequestKey.Read(request, actor);
        if (!key.IsAccepted)
        {
            return key.Refusal.ToProblem();
        }

        if (await ReadAsync(request, cancellationToken) is not { } content)
        {
            return DirectoryRefusals.ImportUnreadable.ToProblem();
        }

        var import = await imports.AddAsync(content, dryRun ?? false, OnlyCentre(rights, actor), key.Event, actor, cancellationToken);
        return TypedResults.AcceptedAtRoute(import.ToStatus(), "FocalPointImports_Get", new { id = import.ImportId });
    }

    private static async Task<Results<Ok<ImportStatus>, ProblemHttpResult>> Get(Guid id, Actor actor, ImportStore imports, CancellationToken cancellationToken) =>
        await imports.FindAsync(id, actor, cancellationToken) is { } import ? TypedResults.Ok(import.ToStatus()) : CommonRefusals.NotFound.ToProblem();

    private static string? OnlyCentre(RightsPolicy rights, Actor actor) => rights.ScopeOf(actor, Right.DirectoryChange) is RightScope.Network ? null : actor.Centre;

    // NUL is no text, and a database takes none.
    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            var items = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: cancellationToken);
            return items.ValueKind is JsonValueKind.Array && items.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Object) ? FocalPointTable.OfJson(items) : null;
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
