using Cnaim.Identity.Clients;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Identity.Tokens;

internal static class TokenEndpoints
{
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => ReferenceCodes.Load());
        services.TryAddSingleton<IssueToken>();
        services.TryAddSingleton<GrantToken>();
        return services;
    }

    public static RouteGroupBuilder MapTokens(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/connect").WithTags("Tokens").AllowAnonymous();
        group.MapPost("/token", Token).WithName("Tokens_Issue").WithSummary("An access token for a client's credentials (RFC 6749, section 4.4)")
            .Accepts<IFormCollection>("application/x-www-form-urlencoded")
            .Produces<TokenAnswer>().Produces<TokenError>(StatusCodes.Status400BadRequest).Produces<TokenError>(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return group;
    }

    private static async Task<IResult> Token(HttpContext context, AuthenticateClient authenticate, GrantToken grant, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        var (request, error) = await TokenRequest.ReadAsync(context.Request, cancellationToken);
        if (request is null)
        {
            return Refuse(context, error!);
        }

        var check = await authenticate.CheckAsync(request.ClientId, request.ClientSecret, cancellationToken);
        if (check.IsLimited)
        {
            context.Response.Headers.RetryAfter = "60";
            return CommonRefusals.TooManyRequests.ToProblem();
        }

        if (check.Client is null)
        {
            return Refuse(context, TokenError.InvalidClient);
        }

        var (answer, refused) = grant.Decide(check.Client, request.Form);
        return refused is not null ? Refuse(context, refused) : answer is null ? CommonRefusals.Unavailable.ToProblem() : TypedResults.Ok(answer);
    }

    private static IResult Refuse(HttpContext context, TokenError error)
    {
        if (error != TokenError.InvalidClient)
        {
            return TypedResults.BadRequest(error);
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"cnaim\"";
        return TypedResults.Json(error, statusCode: StatusCodes.Status401Unauthorized);
    }
}
