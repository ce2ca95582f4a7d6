using Cnaim.Identity.Clients;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Identity.Tokens;

internal static class TokenEndpoints
{
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => ReferenceCodes.Load());
        services.TryAddSingleton<IssueToken>();
        services.TryAddSingleton<GrantToken>();
        services.Configure<OpenApiOptions>("v1", options => options.AddDocumentTransformer<DescribeTokenForm>());
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
        var (caller, refused) = await TokenCaller.ReadAsync(context, authenticate, cancellationToken);
        if (caller is null)
        {
            return refused!;
        }

        var (answer, error) = grant.Decide(caller.Client, caller.Form);
        return error is not null ? TypedResults.BadRequest(error) : answer is null ? CommonRefusals.Unavailable.ToProblem() : TypedResults.Ok(answer);
    }
}
