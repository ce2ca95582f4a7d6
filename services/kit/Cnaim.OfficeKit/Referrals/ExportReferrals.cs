using System.Globalization;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Restricted;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The centre's referrals as a file, as long as it is: what is taken along is written down before the first row leaves.</summary>
internal static class ExportReferrals
{
    private const string Both = "both";

    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        [AsParameters] HistoryQuery query, Actor actor, [AsParameters] ExportServices services, CancellationToken cancellationToken)
    {
        var (now, format) = (services.Clock.GetUtcNow(), query.Format ?? ReferralHistoryFile.Table);
        var filter = new HistoryFilter(query.Direction ?? Both, (query.From ?? DateTimeOffset.UnixEpoch).ToUniversalTime(), (query.To is { } to && to < now ? to : now).ToUniversalTime());
        var errors = new Errors();
        errors.RequireKnown([filter.Direction], [Both, "sent", "received"], "direction");
        errors.RequireKnown([format], [ReferralHistoryFile.Table, ReferralHistoryFile.JsonLines], "format");
        errors.Require(filter.From < filter.Until, "from", "Before 'to', and not in the future.");
        if (errors.Any)
        {
            return OfficeRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var scope = services.Records.Of(actor);
        services.Transaction.Audit(Entry(await services.History.ExtentAsync(scope, filter, cancellationToken), filter, format, actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return TypedResults.Stream(
            stream => ReferralHistoryFile.WriteAsync(stream, format, ShownAsync(services, scope, filter, cancellationToken), cancellationToken),
            format is ReferralHistoryFile.Table ? Csv.MediaType : ReferralHistoryFile.JsonLinesType,
            "referrals." + format);
    }

    private static IAsyncEnumerable<ReferralHistoryRow> ShownAsync(ExportServices services, RecordScope scope, HistoryFilter filter, CancellationToken cancellationToken)
    {
        var (own, offices) = (services.Office.Code, services.Offices);
        return services.History.ReadAsync(scope, filter, cancellationToken).Select(row => row with
        {
            Office = row.Office is null || string.Equals(row.Office, own, StringComparison.Ordinal) ? row.Office : offices.Generalise(row.Office),
            Request = offices.IsNamedBy(row.Request, own) ? NetworkOffices.GeneralName : row.Request,
        });
    }

    // A person who asks who saw the record finds this between the two ids, as a page of a list.
    private static AuditEntry Entry(HistoryExtent extent, HistoryFilter filter, string format, Actor actor) => new()
    {
        Action = "referral.exported",
        RecordKind = "centre",
        RecordId = actor.Centre,
        Actor = actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["count"] = extent.Count.ToString(CultureInfo.InvariantCulture),
            ["first"] = extent.First,
            ["last"] = extent.Last,
            ["direction"] = filter.Direction,
            ["format"] = format,
        },
    };
}

/// <summary>The query parameters of the history.</summary>
/// <param name="Direction"><c>both</c> (default), <c>sent</c> or <c>received</c>.</param>
/// <param name="From">Made at this time or later.</param>
/// <param name="To">Made before this time; now when it is left out.</param>
/// <param name="Format"><c>csv</c> (default) or <c>jsonl</c>, one JSON object a line.</param>
internal sealed record HistoryQuery(string? Direction, DateTimeOffset? From, DateTimeOffset? To, string? Format);

/// <summary>What the history works with.</summary>
internal sealed record ExportServices(ReferralHistoryStore History, RestrictedRecords Records, NetworkOffices Offices, Office Office, OfficeTransaction Transaction, TimeProvider Clock);
