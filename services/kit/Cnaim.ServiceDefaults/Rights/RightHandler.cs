using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Rights;

/// <summary>Lets a call pass when the caller has the right that the endpoint names; an endpoint that names none lets nobody pass.</summary>
internal sealed class RightHandler(RightsPolicy rights) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        var right = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<RightAttribute>();
        if (right is not null && Actor.From(context.User) is { } actor && rights.ScopeOf(actor, right.Name) is not RightScope.None)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
