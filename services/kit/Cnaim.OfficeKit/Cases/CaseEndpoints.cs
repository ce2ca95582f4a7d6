using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.OfficeKit.Cases;

/// <summary>Cases in the API of an office.</summary>
internal static class CaseEndpoints
{
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Cases").RequireRight(Right.CasesChange);
        group.MapPost("", OpenCase.Handle).WithName("Cases_Open").WithSummary("Open a case at the counter").RequireIdempotencyKey();
        group.MapGet("", ReadCases.List).WithName("Cases_List").WithSummary("The centre's cases, newest first").RequireRight(Right.CasesRead);
        group.MapGet("/{id:guid}", ReadCases.Get).WithName("Cases_Get").WithSummary("One case").AnswersEntityVersion().RequireRight(Right.CasesRead);
        group.MapPut("/{id:guid}/legal-basis", MoveCase.Keep).WithName("Cases_Keep").WithSummary("Record the law on which data is kept when consent ends");
        group.MapPost("/{id:guid}/staff", NameStaff.Handle).WithName("Cases_NameStaff").WithSummary("Limit a case to named staff, where the office's records are").AcceptIdempotencyKey();
        foreach (var action in CaseAction.All)
        {
            group.MapPost("/{id:guid}/" + action, MoveCase.By(action)).WithName("Cases_" + action).WithSummary($"Move a case: {action}").AcceptIdempotencyKey();
        }

        return group;
    }
}
