using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Deadlines;

internal static class DeadlineEndpoints
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services)
    {
        services.TryAddSingleton<DeadlineStore>();
        return services;
    }

    public static RouteGroupBuilder MapDeadlines(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/deadlines").WithTags("Deadlines");
        group.MapGet("", List).WithName("Deadlines_List").WithSummary("All deadlines; with office (and request), the one that counts for each priority");
        return group;
    }

    private static async Task<Ok<ItemList<Deadline>>> List(DeadlineStore store, string? office, string? request, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ItemList<Deadline>(
            office is null ? await store.ListAsync(cancellationToken) : await store.EffectiveAsync(office, request, cancellationToken), Next: null));
}
