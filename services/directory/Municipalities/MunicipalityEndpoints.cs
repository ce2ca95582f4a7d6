using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Municipalities;

internal static class MunicipalityEndpoints
{
    public static IServiceCollection AddMunicipalities(this IServiceCollection services)
    {
        services.TryAddSingleton<MunicipalityStore>();
        return services;
    }

    public static RouteGroupBuilder MapMunicipalities(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/municipalities").WithTags("Municipalities");
        group.MapGet("", List).WithName("Municipalities_List").WithSummary("The 308 municipalities");
        return group;
    }

    private static async Task<Results<Ok<ItemList<Municipality>>, ProblemHttpResult>> List(
        MunicipalityStore store, int? limit, string? after, CancellationToken cancellationToken)
    {
        var cursor = new Cursor(limit, after);
        return cursor.Check() is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Ok(ItemList<Municipality>.Of(await store.ListAsync(after, cursor.Read, cancellationToken), limit, municipality => municipality.Dico));
    }
}
