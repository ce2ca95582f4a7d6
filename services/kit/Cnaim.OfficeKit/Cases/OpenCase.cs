using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Cases;

/// <summary>Opens a case at the counter.</summary>
internal static class OpenCase
{
    public static async Task<Results<CreatedAtRoute<CaseResource>, ProblemHttpResult>> Handle(
        NewCase body, Actor actor, Office office, [AsParameters] CaseServices services, CancellationToken cancellationToken)
    {
        var errors = new Errors();
        var request = ServiceCatalogue.Embedded.Find(body.Request);
        errors.Require(PersonReference.IsValid(body.PersonId), "personId", "A reference of 26 characters is needed.");
        errors.Require(request is not null && string.Equals(request.Office, office.Code, StringComparison.Ordinal), "request", "This office has no such request.");
        if (errors.Any)
        {
            return CaseRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var file = New(body, actor, services.Clock.GetUtcNow());
        services.Cases.Add(file);
        services.Records.NameOwn(file.CaseId, actor);
        services.Transaction.Audit(new AuditEntry
        {
            Action = "case.opened",
            RecordKind = "case",
            RecordId = file.CaseId.ToString(),
            Actor = actor,
        });
        return await services.Transaction.CommitAsync(TypedResults.CreatedAtRoute(CaseResource.Of(file), "Cases_Get", new { id = file.CaseId }), cancellationToken);
    }

    private static CaseFile New(NewCase body, Actor actor, DateTimeOffset now) => new()
    {
        CaseId = Guid.CreateVersion7(now),
        Centre = actor.Centre,
        PersonRef = body.PersonId,
        Request = body.Request ?? "",
        State = CaseState.Open,
        OpenedBy = actor.Subject,
        OpenedAt = now,
        Version = 1,
    };
}
