using Cnaim.Messaging;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Cases;

/// <summary>Lists and reads cases of the caller's centre.</summary>
internal static class ReadCases
{
    public static async Task<Results<Ok<Page<CaseResource>>, ProblemHttpResult>> List(
        string? state, string? after, int? limit, Actor actor, [AsParameters] CaseServices services, CancellationToken cancellationToken)
    {
        var errors = new Errors();
        var states = state?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var size = limit ?? 50;
        errors.RequireKnown(states ?? [], CaseState.All, "state");
        errors.Require(Cursor.TryRead(after, out var last), "after", "Use the 'next' of the page before.");
        errors.Require(size is >= 1 and <= 200, "limit", "From 1 to 200.");
        if (errors.Any)
        {
            return OfficeRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var rows = await services.Cases.ListAsync(services.Records.Of(actor), states, last, size + 1, cancellationToken);
        var page = Page<CaseResource>.Cut(rows, size, CaseResource.Of, file => file.CaseId);
        services.Transaction.Audit(PageAudit.Of("case", [.. page.Items.Select(item => item.Id)], actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(page);
    }

    public static async Task<Results<Ok<CaseResource>, ProblemHttpResult>> Get(
        Guid id, Actor actor, HttpResponse response, [AsParameters] CaseServices services, CancellationToken cancellationToken)
    {
        var file = await services.Cases.FindAsync(id, services.Records.Of(actor), cancellationToken);
        services.Transaction.Audit(new AuditEntry
        {
            Action = file is null ? "case.read-denied" : "case.read",
            RecordKind = "case",
            RecordId = id.ToString(),
            Actor = actor,
        });
        await services.Transaction.CommitAsync(cancellationToken);
        if (file is null)
        {
            return CaseRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(file.Version);
        return TypedResults.Ok(CaseResource.Of(file));
    }
}
