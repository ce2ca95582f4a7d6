using System.Globalization;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Audit;

/// <summary>Who saw what this centre holds of a person: newest first. A person without records and one who does not exist are the same empty list; the look is audited like any other.</summary>
internal static class ShowAccess
{
    private const int Most = 200;

    public static async Task<Results<Ok<AccessPage>, ProblemHttpResult>> Handle(
        string personRef, string? after, Actor actor, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var last = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : (long?)null;
        if (!PersonReference.IsValid(personRef) || (after is not null && last is null))
        {
            return CommonRefusals.MalformedRequest.ToProblem();
        }

        await transaction.BeginAsync(cancellationToken);
        var rows = (await transaction.Connection.QueryAsync<Access>(
            transaction.Command(AccessSql.OfPerson, new { personRef, centre = actor.Centre, after = last, limit = Most + 1 }, cancellationToken))).AsList();
        transaction.Audit(new AuditEntry { Action = "audit.shown", RecordKind = "person", RecordId = personRef, Actor = actor });
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new AccessPage(
            rows.Take(Most).ToList(), rows.Count > Most ? rows[Most - 1].EntryId.ToString(CultureInfo.InvariantCulture) : null));
    }
}
