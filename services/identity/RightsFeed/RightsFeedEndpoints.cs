using Cnaim.Identity.Clients;
using Cnaim.Identity.Tokens;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Identity.RightsFeed;

internal static class RightsFeedEndpoints
{
    public static IServiceCollection AddRightsFeed(this IServiceCollection services)
    {
        services.TryAddSingleton<RightsChanges>();
        return services;
    }

    public static RouteGroupBuilder MapRightsFeed(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/connect").WithTags("Tokens").AllowAnonymous().DisableRateLimiting();
        group.MapPost("/rights-changes", Read).WithName("Tokens_RightsChanges").WithSummary("Whose rights changed after a number; waits up to 4 s; for the gateway")
            .Accepts<IFormCollection>("application/x-www-form-urlencoded")
            .Produces<RightsChangeList>().Produces<TokenError>(StatusCodes.Status400BadRequest).Produces<TokenError>(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        return group;
    }

    private static async Task<IResult> Read(HttpContext context, AuthenticateClient authenticate, RightsChanges changes, CancellationToken cancellationToken)
    {
        var (caller, refused) = await TokenCaller.ReadAsync(context, authenticate, cancellationToken);
        if (caller is null)
        {
            return refused!;
        }

        if (!caller.Client.IsService)
        {
            return TypedResults.BadRequest(TokenError.InvalidRequest("Only services ask for this."));
        }

        long? after = long.TryParse(caller.Form.GetValueOrDefault("after"), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        return TypedResults.Ok(await changes.ReadAsync(after, cancellationToken));
    }
}
