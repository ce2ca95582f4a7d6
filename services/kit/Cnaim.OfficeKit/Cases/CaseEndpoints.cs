using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.OfficeKit;

/// <summary>Cases in the API of an office.</summary>
public static class CaseEndpoints
{
    /// <summary>Maps opening, listing, reading and moving cases; call it on the group whose path is the cases' path.</summary>
    /// <param name="routes">A group of <see cref="OfficeApi.MapOfficeApi"/>.</param>
    /// <returns>The group, for conventions of the host.</returns>
    public static RouteGroupBuilder MapCases(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var group = routes.MapGroup("").WithTags("Cases").RequireAuthorization(OfficePolicies.Counter);
        group.MapPost("", OpenCase.Handle).WithName("Cases_Open").WithSummary("Open a case at the counter").RequireIdempotencyKey();
        group.MapGet("", ReadCases.List).WithName("Cases_List").WithSummary("The centre's cases, newest first");
        group.MapGet("/{id:guid}", ReadCases.Get).WithName("Cases_Get").WithSummary("One case");
        group.MapPut("/{id:guid}/legal-basis", MoveCase.Keep).WithName("Cases_Keep").WithSummary("Record the law on which data is kept when consent ends");
        foreach (var action in CaseAction.All)
        {
            group.MapPost("/{id:guid}/" + action, MoveCase.By(action)).WithName("Cases_" + action).WithSummary($"Move a case: {action}").AcceptIdempotencyKey();
        }

        return group;
    }
}
