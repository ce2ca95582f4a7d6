using Cnaim.Identity.Clients;
using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Identity.Exchange;

/// <summary>Tokens for inside: only the gateway and the services come here, with their own clients; the gateway passes no one through.</summary>
internal static class ExchangeEndpoints
{
    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.TryAddSingleton<CurrentRights>();
        services.TryAddSingleton<ReadSubjectToken>();
        services.TryAddSingleton<ExchangeToken>();
        return services;
    }

    public static RouteGroupBuilder MapExchange(this IEndpointRouteBuilder routes)
    {
        // Limited per client by the guesses of its secret; the gateway alone asks as often as there are people at work.
        var group = routes.MapGroup("/connect").WithTags("Tokens").AllowAnonymous().DisableRateLimiting();
        group.MapPost("/exchange", Exchange).WithName("Tokens_Exchange").WithSummary("A token for one service in a caller's name (RFC 8693); for the gateway and for services")
            .Accepts<IFormCollection>("application/x-www-form-urlencoded")
            .Produces<TokenAnswer>().Produces<TokenError>(StatusCodes.Status400BadRequest).Produces<TokenError>(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return group;
    }

    private static async Task<IResult> Exchange(HttpContext context, AuthenticateClient authenticate, ExchangeToken exchange, CancellationToken cancellationToken)
    {
        var (request, refused) = await TokenCaller.ReadAsync(context, authenticate, cancellationToken);
        if (request is null)
        {
            return refused!;
        }

        var (answer, error) = await exchange.DecideAsync(request.Client, request.Form, cancellationToken);
        return error is not null ? TypedResults.BadRequest(error) : answer is null ? CommonRefusals.Unavailable.ToProblem() : TypedResults.Ok(answer);
    }
}
