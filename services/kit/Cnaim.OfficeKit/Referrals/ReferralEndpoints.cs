using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Referrals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.OfficeKit;

/// <summary>Referrals in the API of an office.</summary>
public static class ReferralEndpoints
{
    /// <summary>Maps sending, answering, listing and reading referrals; call it on the group whose path is the referrals' path.</summary>
    /// <param name="routes">A group of <see cref="OfficeApi.MapOfficeApi"/>.</param>
    /// <returns>The group, for conventions of the host.</returns>
    public static RouteGroupBuilder MapReferrals(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var group = routes.MapGroup("").WithTags("Referrals").RequireAuthorization(OfficePolicies.Counter);
        group.MapPost("", SendReferral.Handle).WithName("Referrals_Create").WithSummary("Refer a person to another office").RequireIdempotencyKey();
        group.MapGet("", ListReferrals.Handle).WithName("Referrals_List").WithSummary("The centre's referrals, newest first");
        group.MapGet("/{id:guid}", GetReferral.Handle).WithName("Referrals_Get").WithSummary("One referral: state, timeline, both clocks");
        group.MapGet("/{id:guid}/snapshot", FetchSnapshot.Handle).WithName("Referrals_Snapshot").WithSummary("What the permit lets the receiver see of the person");
        foreach (var action in ReferralAction.All)
        {
            var handler = string.Equals(action, ReferralAction.Send, StringComparison.Ordinal) ? SendDraft.Handle : MoveReferral.By(action);
            group.MapPost("/{id:guid}/" + action, handler).WithName("Referrals_" + action).WithSummary($"Move a referral: {action}").AcceptIdempotencyKey();
        }

        return group;
    }
}
