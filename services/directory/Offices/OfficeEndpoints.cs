using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Offices;

internal static class OfficeEndpoints
{
    public static IServiceCollection AddOffices(this IServiceCollection services)
    {
        services.TryAddSingleton<OfficeStore>();
        return services;
    }

    public static RouteGroupBuilder MapOffices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/offices").WithTags("Offices");
        group.MapGet("", List).WithName("Offices_List").WithSummary("Every office and what can be asked of it");
        return group;
    }

    private static async Task<Ok<ItemList<Office>>> List(OfficeStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ItemList<Office>(await store.ListAsync(cancellationToken), Next: null));
}
