using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.OfficeKit.Audit;

/// <summary>The audit trail in the API of an office.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/audit").WithTags("Audit").RequireRight(Right.AccessRead);
        group.AddEndpointFilter(static async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        group.MapGet("/persons/{personRef}", ShowAccess.Handle).WithName("Audit_Person").WithSummary("Who saw what this centre holds of a person: role and office, when, why, what");
    }
}
