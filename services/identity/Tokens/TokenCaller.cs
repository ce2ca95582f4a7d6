using Cnaim.Identity.Clients;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Identity.Tokens;

/// <summary>The client behind a request to the token endpoints, authenticated, and its form.</summary>
internal sealed record TokenCaller(Client Client, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>Reads and authenticates; the answer says why not.</summary>
    public static async Task<(TokenCaller? Caller, IResult? Refused)> ReadAsync(HttpContext context, AuthenticateClient authenticate, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        var (request, error) = await TokenRequest.ReadAsync(context.Request, cancellationToken);
        if (request is null)
        {
            return (null, Refuse(context, error!));
        }

        var check = request.Assertion is { } assertion
            ? await authenticate.CheckAssertionAsync(assertion, cancellationToken)
            : await authenticate.CheckAsync(request.ClientId, request.ClientSecret, cancellationToken);
        if (check.IsLimited)
        {
            context.Response.Headers.RetryAfter = "60";
            return (null, CommonRefusals.TooManyRequests.ToProblem());
        }

        return check.Client is null ? (null, Refuse(context, check.Why is { } why ? TokenError.InvalidAssertion(why) : TokenError.InvalidClient)) : (new TokenCaller(check.Client, request.Form), null);
    }

    private static IResult Refuse(HttpContext context, TokenError error)
    {
        if (!string.Equals(error.Error, TokenError.InvalidClient.Error, StringComparison.Ordinal))
        {
            return TypedResults.BadRequest(error);
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"cnaim\"";
        return TypedResults.Json(error, statusCode: StatusCodes.Status401Unauthorized);
    }
}
