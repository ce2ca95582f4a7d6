using Cnaim.Data.Protection;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Identifiers;

internal static class IdentifierEndpoints
{
    public static IServiceCollection AddIdentifiers(this IServiceCollection services)
    {
        services.TryAddScoped<IdentifierHashes>();
        services.TryAddScoped<IdentifierStore>();
        services.TryAddScoped<KeepIdentifiers>();
        services.AddProtectedField(new ProtectedField("identifier_key.secret", IdentifierSql.StaleKey, IdentifierSql.ReplaceKey, IdentifierHashes.Context));
        services.AddProtectedField(new ProtectedField("person_identifier.content", IdentifierSql.StaleContent, IdentifierSql.ReplaceContent, Guid.Parse));
        return services;
    }

    public static void MapIdentifiers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/{id}/identifiers").WithTags("Identifiers").RequireRight(Right.PeopleRead);
        group.MapGet("", List).WithName("Identifiers_List").WithSummary("Numbers of documents that this office was shown, the last characters of each").AnswersEntityVersion();
        group.MapPost("", Add).WithName("Identifiers_Add").WithSummary("Keeps a number that the person showed").RequireRight(Right.PeopleChange).RequireIdempotencyKey();
        group.MapGet("/{identifierId:guid}", Show).WithName("Identifiers_Get").WithSummary("One number in full; each look is audited").RequireRight(Right.IdentifiersRead);
        group.MapDelete("/{identifierId:guid}", Remove).WithName("Identifiers_Remove").WithSummary("Forgets a number; needs If-Match with the person's version").RequireRight(Right.PeopleChange);
    }

    private static async Task<Results<Ok<IdentifierList>, ProblemHttpResult>> List(
        string id, KeepIdentifiers keep, OfficeTransaction transaction, Actor actor, HttpResponse response, CancellationToken cancellationToken)
    {
        var decision = await keep.ListAsync(id, actor, cancellationToken);
        response.SetVersionOf(decision, identifiers => identifiers.Version);
        return await decision.ToOkAsync(transaction, cancellationToken);
    }

    private static async Task<Results<Ok<IdentifierView>, ProblemHttpResult>> Show(
        string id, Guid identifierId, KeepIdentifiers keep, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await keep.ShowAsync(id, identifierId, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<CreatedAtRoute<IdentifierView>, ProblemHttpResult>> Add(
        string id, IdentifierInput identifier, KeepIdentifiers keep, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await keep.AddAsync(id, identifier, actor, cancellationToken);
        if (decision.IsAccepted)
        {
            return await transaction.CommitAsync(TypedResults.CreatedAtRoute(decision.Event, "Identifiers_Get", new { id, identifierId = decision.Event.Id }), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return decision.Refusal.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id, Guid identifierId, IfMatch ifMatch, KeepIdentifiers keep, OfficeTransaction transaction, Actor actor, HttpResponse response, CancellationToken cancellationToken)
    {
        var decision = await keep.RemoveAsync(id, identifierId, ifMatch.CheckRequired, actor, cancellationToken);
        response.SetVersionOf(decision, removed => removed.Version);
        await transaction.CommitAsync(cancellationToken);
        return decision.IsAccepted ? TypedResults.NoContent() : decision.Refusal.ToProblem();
    }
}
