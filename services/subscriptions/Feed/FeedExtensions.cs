using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Subscriptions.Feed;

internal static class FeedExtensions
{
    private const int PageSize = 100;

    public static IServiceCollection AddFeed(this IServiceCollection services)
    {
        services.TryAddSingleton<FeedStore>();
        services.AddSingleton<FeedWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedWatch>());
        services.TryAddScoped<ReadFeed>();
        return services;
    }

    public static void MapFeed(this IEndpointRouteBuilder routes) => routes.MapGroup("/events").WithTags("Events").RequireRight(Right.SubscriptionsOwn)
        .MapGet("", (string? after, int? limit, int? wait, Actor actor, ReadFeed feed, CancellationToken cancellationToken) => feed.RunAsync(after, limit ?? PageSize, wait ?? 0, actor, cancellationToken))
        .WithName("Events_Read").WithSummary("The partner's events after a cursor, 30 days; 'wait' holds an empty answer back for up to 30 seconds")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
}
