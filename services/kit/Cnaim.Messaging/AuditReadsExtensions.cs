using System.Globalization;
using Cnaim.Messaging.Auditing;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.Messaging;

/// <summary>What an auditor asks a service's trail.</summary>
public static class AuditReadsExtensions
{
    private const int Most = 200;
    private const int UsualDays = 7;
    private const int MostDays = 366;

    /// <summary>Maps <c>/audit/unexplained-reads</c>: looks at records for which no ticket, case or referral was named.</summary>
    /// <param name="routes">The group of the service's API.</param>
    public static IEndpointRouteBuilder MapAuditReads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit/unexplained-reads", List).WithName("Audit_UnexplainedReads").WithSummary("Who looked at a record with no ticket, case or referral behind it; not which record")
            .WithTags("Audit").RequireRight(Right.AuditRead);
        return routes;
    }

    private static async Task<Results<Ok<UnexplainedReadPage>, ProblemHttpResult>> List(
        int? days, string? after, Actor actor, HttpResponse response, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        var last = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : (long?)null;
        if (days is < 1 or > MostDays || (after is not null && last is null))
        {
            return CommonRefusals.MalformedRequest.ToProblem();
        }

        response.Headers.CacheControl = "no-store";
        await transaction.BeginAsync(cancellationToken);
        var parameters = new { since = clock.GetUtcNow().AddDays(-(days ?? UsualDays)), after = last, limit = Most + 1 };
        var rows = (await transaction.Connection.QueryAsync<UnexplainedRead>(transaction.Command(AuditReadsSql.WithoutWork, parameters, cancellationToken))).AsList();
        transaction.Audit(new AuditEntry { Action = "audit.shown", RecordKind = "trail", RecordId = "unexplained-reads", Actor = actor });
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new UnexplainedReadPage(rows.Take(Most).ToList(), rows.Count > Most ? rows[Most - 1].EntryId.ToString(CultureInfo.InvariantCulture) : null));
    }
}
