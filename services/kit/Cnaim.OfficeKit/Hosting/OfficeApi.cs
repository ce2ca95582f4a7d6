using Cnaim.Messaging;
using Cnaim.OfficeKit.Appointments;
using Cnaim.OfficeKit.Audit;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Referrals;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Cnaim.OfficeKit;

/// <summary>The root of an office's API.</summary>
public static class OfficeApi
{
    /// <summary>Maps the group under which the host puts its features: callers act for this office, and no answer is cached.</summary>
    /// <param name="routes">The application.</param>
    /// <param name="prefix">The path, for example <c>/v1</c>.</param>
    /// <returns>The group.</returns>
    public static RouteGroupBuilder MapOfficeApi(this IEndpointRouteBuilder routes, string prefix)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var group = routes.MapGroup(prefix).RequireRight(Right.OfficeRead);
        group.AddEndpointFilter(static async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        group.MapGet("/office", Get).WithName("Office_Get").WithSummary("What this office is called and what it solves").WithTags("Office");
        AuditEndpoints.Map(routes.MapGroup(prefix));
        routes.MapGroup(prefix).MapAuditReads();
        routes.MapMessagingOperator();
        return group;
    }

    /// <summary>Maps opening, listing, reading and moving cases; call it on the group whose path is the cases' path.</summary>
    /// <param name="routes">A group below <see cref="MapOfficeApi"/>.</param>
    /// <returns>The group, for conventions of the host.</returns>
    public static RouteGroupBuilder MapCases(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        return CaseEndpoints.Map(routes);
    }

    /// <summary>Maps sending, answering, listing and reading referrals; call it on the group whose path is the referrals' path.</summary>
    /// <param name="routes">A group below <see cref="MapOfficeApi"/>.</param>
    /// <returns>The group, for conventions of the host.</returns>
    public static RouteGroupBuilder MapReferrals(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        return ReferralEndpoints.Map(routes);
    }

    /// <summary>Maps free times, appointments and their calendars, at <c>/slots</c>, <c>/appointments</c> and <c>/appointment-calendars</c>.</summary>
    /// <param name="routes">A group below <see cref="MapOfficeApi"/>.</param>
    /// <returns>The group, for conventions of the host.</returns>
    public static RouteGroupBuilder MapAppointments(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        return AppointmentEndpoints.Map(routes);
    }

    private static Ok<OfficeResource> Get(Office office, IOptions<OfficeOptions> options) =>
        TypedResults.Ok(new OfficeResource(office.Code, options.Value.Name, options.Value.Kind, ServiceCatalogue.Embedded.RequestsOf(office.Code)));
}
