using System.Globalization;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Cases;

/// <summary>Who may see a case, and the referral behind it, in an office whose records are for named staff.</summary>
internal static class NameStaff
{
    private const int MostNamed = 50;
    private const int MaximumSubject = 200;

    public static async Task<Results<Ok<CaseResource>, ProblemHttpResult>> Handle(
        Guid id, CaseStaff body, Actor actor, [AsParameters] CaseServices services, CancellationToken cancellationToken)
    {
        if (await services.Cases.LockAsync(id, services.Records.Of(actor), cancellationToken) is not { } file)
        {
            return CaseRefusals.NotFound.ToProblem();
        }

        if (!services.Records.IsOn)
        {
            return CaseRefusals.NotRestricted.ToProblem();
        }

        if (body.Staff.Length > MostNamed || Array.Exists(body.Staff, subject => string.IsNullOrWhiteSpace(subject) || subject.Length > MaximumSubject || subject.Any(char.IsControl)))
        {
            return CaseRefusals.InvalidStaff.ToProblem();
        }

        services.Records.Rename(id, body.Staff, actor);
        services.Transaction.Audit(new AuditEntry
        {
            Action = "case.staff-named",
            RecordKind = "case",
            RecordId = id.ToString(),
            Actor = actor,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["named"] = body.Staff.Length.ToString(CultureInfo.InvariantCulture) },
        });
        return await services.Transaction.CommitAsync(TypedResults.Ok(CaseResource.Of(file)), cancellationToken);
    }
}
