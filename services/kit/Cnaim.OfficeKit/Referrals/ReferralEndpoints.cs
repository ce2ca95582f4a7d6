using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.ServiceDefaults.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Referrals in the API of an office.</summary>
internal static class ReferralEndpoints
{
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Referrals").RequireRight(Right.ReferralsRead);
        group.MapPost("", SendReferral.Handle).WithName("Referrals_Create").WithSummary("Refer a person to another office").RequireRight(Right.ReferralsSend).RequireIdempotencyKey().AnswersEntityVersion();
        group.MapGet("", ListReferrals.Handle).WithName("Referrals_List").WithSummary("The centre's referrals, newest first");
        group.MapGet("/export", ExportReferrals.Handle).WithName("Referrals_Export").WithSummary("The centre's referrals with their times, as a table or as JSON lines; ids, codes and times only")
            .Produces<string>(contentType: Csv.MediaType, additionalContentTypes: ReferralHistoryFile.JsonLinesType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id:guid}", GetReferral.Handle).WithName("Referrals_Get").WithSummary("One referral: state, timeline, both clocks").AnswersEntityVersion();
        group.MapGet("/{id:guid}/snapshot", FetchSnapshot.Handle).WithName("Referrals_Snapshot").WithSummary("What the permit lets the receiver see of the person")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone);
        group.MapPost("/{id:guid}/remind", RemindReferral.Handle).WithName("Referrals_Remind").WithSummary("Remind the focal point of an overdue referral").RequireRight(Right.ReferralsRemind).AcceptIdempotencyKey();
        foreach (var action in ReferralAction.All)
        {
            var handler = string.Equals(action, ReferralAction.Send, StringComparison.Ordinal) ? SendDraft.Handle : MoveReferral.By(action);
            group.MapPost("/{id:guid}/" + action, handler).WithName("Referrals_" + action).WithSummary($"Move a referral: {action}").RequireRight(RightOf(action)).AcceptIdempotencyKey();
        }

        return group;
    }

    // Cancelling is open to both sides; the record says who asks and who decides.
    private static string RightOf(string action) => action is ReferralAction.Send or ReferralAction.EnterInError ? Right.ReferralsSend : Right.ReferralsAnswer;
}
