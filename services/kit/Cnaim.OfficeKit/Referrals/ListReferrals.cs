using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The centre's referrals, newest first or in an order; ids and codes only, and each page that is read is audited.</summary>
internal static class ListReferrals
{
    private const string Sent = "sent";
    private const string Received = "received";
    private const string Offered = "offered";
    private const int MostSkipped = 100_000;

    private static readonly string[] OfferStates = ["offered", "claimed", "taken", "withdrawn"];

    public static async Task<Results<Ok<ReferralPage>, ProblemHttpResult>> Handle(
        [AsParameters] ReferralQuery query, Actor actor, [AsParameters] ReadServices services, CancellationToken cancellationToken)
    {
        var direction = query.Direction ?? Received;
        var errors = Check(query, direction);
        if (!Cursor.TryRead(query.After, out var after) || !ReferralSort.TryRead(query.Sort, out var sort) || errors.Any)
        {
            errors.Require(Cursor.TryRead(query.After, out _), "after", "Use the 'next' of the page before.");
            errors.Require(ReferralSort.TryRead(query.Sort, out _), "sort", "One of created, due, status, with or without '-' before it.");
            return OfficeRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var page = await ReadAsync(direction, Filter(query, after, sort, services), actor, services, cancellationToken);
        services.Transaction.Audit(PageAudit.Of("referral", [.. page.Items.Select(item => item.Id).OrderDescending()], actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(page);
    }

    private static async Task<ReferralPage> ReadAsync(string direction, ReferralFilter filter, Actor actor, ReadServices services, CancellationToken cancellationToken)
    {
        var (now, office, scope) = (services.Clock.GetUtcNow(), services.Office.Code, services.Records.Of(actor));
        return direction switch
        {
            Sent => ReferralPage.Of(
                Page<ReferralResource>.Cut(
                    await services.Sent.ListAsync(scope, filter, cancellationToken), filter.Limit, row => ReferralResources.Of(row, office, now).Generalised(office, services.Offices), row => row.ReferralId),
                filter.Sort is null ? null : await services.Sent.CountAsync(scope, filter, cancellationToken)),
            Offered => ReferralPage.Of(
                Page<ReferralResource>.Cut(
                    await services.Offers.ListReceivedAsync(actor.Centre, filter, cancellationToken), filter.Limit,
                    row => services.External.Shown(ReferralResources.Of(row, office, now), actor).Generalised(office, services.Offices), row => row.ReferralId),
                total: null),
            _ => ReferralPage.Of(
                Page<ReferralResource>.Cut(
                    await services.Received.ListAsync(scope, filter, cancellationToken), filter.Limit,
                    row => services.External.Shown(ReferralResources.Of(row, office, now), actor).Generalised(office, services.Offices), row => row.ReferralId),
                filter.Sort is null ? null : await services.Received.CountAsync(scope, filter, cancellationToken)),
        };
    }

    private static Errors Check(ReferralQuery query, string direction)
    {
        var errors = new Errors();
        var isOffer = direction is Offered;
        errors.RequireKnown([direction], [Sent, Received, Offered], "direction");
        errors.RequireKnown(Statuses(query) ?? [], isOffer ? OfferStates : [.. ReferralStatus.All], "status");
        errors.RequireKnown(query.Priority is null ? [] : [query.Priority], [.. ReferralPriority.All], "priority");
        errors.Require(query.PersonId is null || (!isOffer && PersonReference.IsValid(query.PersonId)), "personId", "A reference of 26 characters, and not with offers.");
        errors.Require(query.Overdue is not true || !isOffer, "overdue", "Offers have no deadline of this office.");
        errors.Require(query.Sort is null || (!isOffer && query.After is null), "sort", "Not with offers, and not with 'after'.");
        errors.Require(query.Skip is null || (query.Sort is not null && query.Skip is >= 0 and <= MostSkipped), "skip", $"From 0 to {MostSkipped}, with 'sort'.");
        errors.Require(query.Limit is null or (>= 1 and <= 200), "limit", "From 1 to 200.");
        return errors;
    }

    private static string[]? Statuses(ReferralQuery query) => query.Status?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } statuses ? statuses : null;

    private static ReferralFilter Filter(ReferralQuery query, Guid? after, ReferralSort? sort, ReadServices services) => new()
    {
        After = after,
        Statuses = Statuses(query),
        Priority = query.Priority,
        Request = services.Offices.IsNamedBy(query.Request, services.Office.Code) ? NetworkOffices.GeneralName : query.Request, // a filter would tell what the list hides
        PersonRef = query.PersonId,
        MinimumEscalation = query.MinimumEscalation,
        OverdueAt = query.Overdue is true ? services.Clock.GetUtcNow() : null,
        Sort = sort,
        Skip = query.Skip ?? 0,
        Limit = query.Limit ?? 50,
    };
}
