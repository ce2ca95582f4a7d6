using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Cases;

/// <summary>Moves a case, or records why its data is kept.</summary>
internal static class MoveCase
{
    /// <summary>The handler of one action.</summary>
    public static Delegate By(string action) => (
        Guid id, CaseMove? body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] CaseServices services, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, file => CaseRules.Move(file, action, body?.Reason, services.Clock.GetUtcNow()), ifMatch.CheckOptional, response, services, cancellationToken);

    public static Task<Results<Ok<CaseResource>, ProblemHttpResult>> Keep(
        Guid id, KeepCase body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] CaseServices services, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, file => CaseRules.Keep(file, body.LegalBasis), ifMatch.CheckRequired, response, services, cancellationToken);

    private static async Task<Results<Ok<CaseResource>, ProblemHttpResult>> ChangeAsync(
        Guid id,
        Actor actor,
        Func<CaseFile, Decision<CaseFile>> decide,
        Func<long, Refusal?> checkVersion,
        HttpResponse response,
        CaseServices services,
        CancellationToken cancellationToken)
    {
        var file = await services.Cases.LockAsync(id, services.Records.Of(actor), cancellationToken);
        var decision = file is null ? CaseRefusals.NotFound : decide(file);
        if (!decision.IsAccepted || file is null)
        {
            return (decision.Refusal ?? CaseRefusals.NotFound).ToProblem();
        }

        if (checkVersion(file.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        services.Cases.Save(decision.Event);
        services.Records.NameOwn(id, actor);
        services.Transaction.Audit(new AuditEntry
        {
            Action = "case.changed",
            RecordKind = "case",
            RecordId = id.ToString(),
            Actor = actor,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = decision.Event.State },
        });
        response.SetEntityVersion(decision.Event.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(CaseResource.Of(decision.Event)), cancellationToken);
    }
}
