using System.Text.Json;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Hsds;

internal static class HsdsEndpoints
{
    private static readonly string[] Kinds =
    [
        HsdsKind.Organization, HsdsKind.Service, HsdsKind.Location, HsdsKind.ServiceAtLocation,
        HsdsKind.Schedule, HsdsKind.Language, HsdsKind.Taxonomy, HsdsKind.TaxonomyTerm,
    ];

    public static IServiceCollection AddHsds(this IServiceCollection services)
    {
        services.TryAddSingleton<HsdsStore>();
        return services;
    }

    public static RouteGroupBuilder MapHsds(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("HSDS 3");
        group.MapGet("/", () => TypedResults.Ok(HsdsMetadata.Instance)).WithName("Hsds_Metadata").WithSummary("What this API is");
        foreach (var kind in Kinds)
        {
            group.MapGet($"/{kind}", (HsdsStore store, [AsParameters] HsdsQuery query, CancellationToken cancellationToken) => List(kind, store, query, cancellationToken))
                .WithName($"Hsds_{kind}_List").WithSummary($"A page of {kind}");
            group.MapGet($"/{kind}/{{id:guid}}", (Guid id, HsdsStore store, CancellationToken cancellationToken) => Find(kind, id, store, cancellationToken))
                .WithName($"Hsds_{kind}_Find").WithSummary($"One of {kind}, nested");
        }

        return group;
    }

    private static async Task<Results<Ok<HsdsPage>, ProblemHttpResult>> List(string kind, HsdsStore store, HsdsQuery query, CancellationToken cancellationToken) =>
        query.Check() is { } refusal ? refusal.ToProblem() : TypedResults.Ok(await store.ListAsync(kind, query, cancellationToken));

    private static async Task<Results<Ok<JsonElement>, ProblemHttpResult>> Find(string kind, Guid id, HsdsStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(kind, id.ToString(), cancellationToken) is { } resource ? TypedResults.Ok(resource) : CommonRefusals.NotFound.ToProblem();
}
