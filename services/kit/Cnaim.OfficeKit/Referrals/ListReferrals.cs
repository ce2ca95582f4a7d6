using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The centre's referrals, newest first; ids and codes only, and each page that is read is audited.</summary>
internal static class ListReferrals
{
    private const string Sent = "sent";
    private const string Received = "received";
    private const string Offered = "offered";

    private static readonly string[] OfferStates = ["offered", "claimed", "taken", "withdrawn"];

    public static async Task<Results<Ok<Page<ReferralResource>>, ProblemHttpResult>> Handle(
        [AsParameters] ReferralQuery query, Actor actor, [AsParameters] ReadServices services, CancellationToken cancellationToken)
    {
        var direction = query.Direction ?? Received;
        var errors = Check(query, direction, services, out var filter);
        if (errors.Any)
        {
            return OfficeRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var (now, office) = (services.Clock.GetUtcNow(), services.Office.Code);
        var page = direction switch
        {
            Sent => Page<ReferralResource>.Cut(
                await services.Sent.ListAsync(services.Records.Of(actor), filter, cancellationToken), filter.Limit, row => ReferralResources.Of(row, office, now).Generalised(office, services.Offices), row => row.ReferralId),
            Offered => Page<ReferralResource>.Cut(
                await services.Offers.ListReceivedAsync(actor.Centre, filter, cancellationToken), filter.Limit, row => ReferralResources.Of(row, office, now).Generalised(office, services.Offices), row => row.ReferralId),
            _ => Page<ReferralResource>.Cut(
                await services.Received.ListAsync(services.Records.Of(actor), filter, cancellationToken), filter.Limit, row => ReferralResources.Of(row, office, now).Generalised(office, services.Offices), row => row.ReferralId),
        };
        services.Transaction.Audit(PageAudit.Of("referral", [.. page.Items.Select(item => item.Id)], actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(page);
    }

    private static Errors Check(ReferralQuery query, string direction, ReadServices services, out ReferralFilter filter)
    {
        var errors = new Errors();
        var statuses = query.Status?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var limit = query.Limit ?? 50;
        errors.RequireKnown([direction], [Sent, Received, Offered], "direction");
        errors.RequireKnown(statuses ?? [], direction is Offered ? OfferStates : [.. ReferralStatus.All], "status");
        errors.RequireKnown(query.Priority is null ? [] : [query.Priority], [.. ReferralPriority.All], "priority");
        errors.Require(Cursor.TryRead(query.After, out var after), "after", "Use the 'next' of the page before.");
        errors.Require(limit is >= 1 and <= 200, "limit", "From 1 to 200.");
        filter = new ReferralFilter
        {
            After = after,
            Statuses = statuses is { Length: > 0 } ? statuses : null,
            Priority = query.Priority,
            Request = services.Offices.IsNamedBy(query.Request, services.Office.Code) ? NetworkOffices.GeneralName : query.Request, // a filter would tell what the list hides
            MinimumEscalation = query.MinimumEscalation,
            Limit = limit,
        };
        return errors;
    }
}
