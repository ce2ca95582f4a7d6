using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Centres;

internal static class CentreEndpoints
{
    public static IServiceCollection AddCentres(this IServiceCollection services)
    {
        services.TryAddSingleton<CentreStore>();
        return services;
    }

    public static RouteGroupBuilder MapCentres(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/centres").WithTags("Centres");
        group.MapGet("", List).WithName("Centres_List").WithSummary("Every centre with its hours, zone, offices, capacity and focal points");
        group.MapGet("/{code}", Find).WithName("Centres_Find").WithSummary("One centre");
        return group;
    }

    private static async Task<Results<Ok<ItemList<Centre>>, ProblemHttpResult>> List(
        CentreStore store, int? limit, string? after, CancellationToken cancellationToken)
    {
        var cursor = new Cursor(limit, after);
        return cursor.Check() is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Ok(ItemList<Centre>.Of(await store.ListAsync(code: null, after, cursor.Read, cancellationToken), limit, centre => centre.Code));
    }

    private static async Task<Results<Ok<Centre>, ProblemHttpResult>> Find(string code, CentreStore store, CancellationToken cancellationToken) =>
        await store.ListAsync(code, after: null, limit: 1, cancellationToken) is [var centre] ? TypedResults.Ok(centre) : CommonRefusals.NotFound.ToProblem();
}
