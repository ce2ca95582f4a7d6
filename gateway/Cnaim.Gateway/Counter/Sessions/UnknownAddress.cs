using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Cnaim.Gateway.Counter.Sessions;

/// <summary>An address that no page has: whoever is signed in reads that it is not there (S35). The platform's policy knows no session, and would refuse them before anybody looks.</summary>
internal sealed class UnknownAddress : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _others = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Succeeded && context.GetEndpoint() is null && CounterExtensions.IsPage(context) && (await context.AuthenticateAsync(StaffHandler.SchemeName)).Succeeded)
        {
            await next(context); // to nothing, and so to the page for 404
            return;
        }

        await _others.HandleAsync(next, context, policy, authorizeResult);
    }
}
