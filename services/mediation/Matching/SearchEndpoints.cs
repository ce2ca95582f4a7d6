using Cnaim.Mediation.Demand;
using Cnaim.Mediation.Languages;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Mediation.Matching;

internal static class SearchEndpoints
{
    private const int MostShown = 20;

    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        services.TryAddScoped<FindMediators>();
        return services;
    }

    public static RouteGroupBuilder MapMatching(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mediators").WithTags("Mediators").RequireRight(Right.MediatorsRead);
        group.MapPost("/search", Search).WithName("Mediators_Search").WithSummary("Who can interpret, the best first, and what to do when nobody is free");
        return group;
    }

    private static async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> Search(
        SearchInput input, Actor actor, FindMediators find, DemandStore demand, LanguageCatalogue languages, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        var decision = WishRules.Read(input, actor.Centre, languages, clock.GetUtcNow());
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        var wish = decision.Event;
        var matches = await find.RankAsync(wish, cancellationToken);
        IReadOnlyList<NextStep> next = [];
        if (!matches.Any(match => match.IsFree))
        {
            var language = languages.Find(wish.Language)!;
            next = await find.InsteadAsync(wish, language, [.. input.AlsoSpeaks.Select(tag => languages.Find(tag)!.Tag).Distinct(StringComparer.Ordinal)], cancellationToken);
            demand.Count(wish.Language, wish.Centre, matches.Count is 0 ? DemandStore.NobodySpeaks : DemandStore.NobodyFree);
        }

        IReadOnlyList<FoundMediator> found = [.. matches.Take(MostShown).Select(match => FoundMediator.Of(match, isGenderAsked: wish.Gender is not null))];
        return await transaction.CommitAsync(TypedResults.Ok(new SearchAnswer(wish.Language, wish.Centre, wish.Mode, wish.When.From, wish.When.Until, found, next)), cancellationToken);
    }
}
