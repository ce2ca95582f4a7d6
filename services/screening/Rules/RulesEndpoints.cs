using System.Text.Json;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.ServiceDefaults;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Rules;

internal static class RulesEndpoints
{
    private const long DocumentBytes = 4 * 1024 * 1024;

    public static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new CodeLists(ShippedFiles.Folder));
        services.TryAddSingleton<RulesStore>();
        services.TryAddSingleton<RulesCatalogue>();
        services.TryAddScoped<LoadRules>();
        services.AddHostedService<RulesWatch>();
        services.AddHealthChecks().AddCheck<RulesHealthCheck>("rules", tags: [HealthTags.Ready]);
        return services;
    }

    public static RouteGroupBuilder MapRules(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Rules").RequireRight(Right.RulesRead);
        group.MapGet("/versions", List).WithName("Rules_List").WithSummary("Rules versions, with a date only the one in force on it");
        group.MapGet("/versions/{version:int}", Get).WithName("Rules_Get").WithSummary("One rules version");
        group.MapGet("/versions/{version:int}/differences", Differences).WithName("Rules_Differences").WithSummary("What a version changes of the one it follows, in words")
            .RequireRight(Right.RulesChange).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/questions", Questions).WithName("Rules_Questions").WithSummary("The common interview in force on a date, with texts")
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/versions", Load).WithName("Rules_Load").WithSummary("Checks and stores a draft version")
            .RequireRight(Right.RulesChange).WithMetadata(new RequestSizeLimitAttribute(DocumentBytes)).RequireIdempotencyKey();
        group.MapPost("/versions/{version:int}/approve", Approve).WithName("Rules_Approve").WithSummary("Puts a version in force from its first day")
            .RequireRight(Right.RulesChange).AcceptIdempotencyKey();
        return group;
    }

    private static Ok<RulesList> List(DateOnly? date, Actor actor, RightsPolicy rights, RulesCatalogue catalogue) => TypedResults.Ok(new RulesList(
        [.. (date is { } day ? catalogue.InForce(day) is { } version ? [version] : [] : catalogue.All).Select(version => View(version, actor, rights))]));

    private static Results<Ok<RulesVersionView>, ProblemHttpResult> Get(int version, Actor actor, RightsPolicy rights, RulesCatalogue catalogue) =>
        catalogue.TryFind(version, out var found) ? TypedResults.Ok(View(found, actor, rights)) : ScreeningRefusals.RulesNotFound.ToProblem();

    private static RulesVersionView View(RulesVersion version, Actor actor, RightsPolicy rights) =>
        rights.ScopeOf(actor, Right.RulesChange) is RightScope.None ? RulesVersionView.Of(version) : RulesVersionView.WithPeople(version);

    private static async Task<Results<Ok<RulesDifferences>, ProblemHttpResult>> Differences(int version, RulesCatalogue catalogue, RulesStore store, CancellationToken cancellationToken)
    {
        await catalogue.RefreshAsync(cancellationToken);
        if (!catalogue.TryFind(version, out var found) || await store.DocumentsAsync(version, cancellationToken) is not { } documents)
        {
            return ScreeningRefusals.RulesNotFound.ToProblem();
        }

        var predecessor = CompareRules.Predecessor(found, catalogue.All);
        var before = predecessor is null ? null : await store.DocumentsAsync(predecessor.Number, cancellationToken);
        return TypedResults.Ok(new RulesDifferences { Version = found.Code, Follows = predecessor?.Code, Items = before is null ? [] : CompareRules.Run(before, documents) });
    }

    private static async Task<Results<Ok<JsonElement>, ProblemHttpResult>> Questions(
        DateOnly? date, RulesCatalogue catalogue, RulesStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var version = catalogue.InForce(date ?? clock.Today());
        var documents = version is null ? null : await store.DocumentsAsync(version.Number, cancellationToken);
        return documents is null ? ScreeningRefusals.RulesNotInForce.ToProblem() : TypedResults.Ok(documents.Questions);
    }

    private static async Task<Results<CreatedAtRoute<RulesVersionView>, ProblemHttpResult>> Load(
        LoadRulesRequest request, LoadRules load, RulesCatalogue catalogue, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await load.LoadAsync(request, actor, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        var created = await transaction.CommitAsync(
            TypedResults.CreatedAtRoute(decision.Event, "Rules_Get", new { version = decision.Event.Version }), cancellationToken);
        await catalogue.RefreshAsync(cancellationToken);
        return created;
    }

    private static async Task<Results<Ok<RulesVersionView>, ProblemHttpResult>> Approve(
        int version, LoadRules load, RulesCatalogue catalogue, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await load.ApproveAsync(version, actor, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        var approved = await transaction.CommitAsync(TypedResults.Ok(decision.Event), cancellationToken);
        await catalogue.RefreshAsync(cancellationToken);
        return approved;
    }
}

internal sealed record RulesList(IReadOnlyList<RulesVersionView> Items);
