using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Mediators;

/// <summary>The associations that nominate mediators: known to the whole network, added by coordinators.</summary>
internal static class AssociationEndpoints
{
    public static RouteGroupBuilder MapAssociations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/associations").WithTags("Associations").RequireRight(Right.MediatorsManage);
        group.MapGet("", List).WithName("Associations_List").WithSummary("Associations that nominate mediators, at most 1000").RequireRight(Right.MediatorsRead);
        group.MapPost("", Create).WithName("Associations_Create").WithSummary("Add an association").RequireIdempotencyKey();
        return group;
    }

    private static async Task<Ok<Page<AssociationView>>> List(MediatorStore mediators, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<AssociationView>(await mediators.AssociationsAsync(cancellationToken), Next: null));

    private static async Task<Results<Created<AssociationView>, ProblemHttpResult>> Create(
        NewAssociation input, Actor actor, MediatorStore mediators, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        var association = new AssociationView(Guid.CreateVersion7(clock.GetUtcNow()), input.Name.Trim());
        if (association.Name is not { Length: > 0 and <= 200 })
        {
            return MediationRefusals.Invalid("name", "1 to 200 characters").ToProblem();
        }

        if (!await mediators.InsertAssociationAsync(association, actor.Centre, demo: false, cancellationToken))
        {
            return MediationRefusals.AssociationExists.ToProblem();
        }

        transaction.Audit(new AuditEntry { Action = "association.created", RecordKind = "association", RecordId = association.Id.ToString(), Actor = actor });
        return await transaction.CommitAsync(TypedResults.Created((string?)null, association), cancellationToken);
    }
}

internal sealed record NewAssociation
{
    public required string Name { get; init; }
}
