using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Mediation.Languages;

internal static class LanguageEndpoints
{
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => LanguageCatalogue.Load());
        return services;
    }

    public static RouteGroupBuilder MapLanguages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/languages").WithTags("Languages").RequireRight(Right.MediatorsRead);
        group.MapGet("", List).WithName("Languages_List").WithSummary("The languages of mediators and of telephone translation, by their own names");
        return group;
    }

    private static Ok<LanguageList> List(LanguageCatalogue languages) => TypedResults.Ok(new LanguageList(languages.All));
}

internal sealed record LanguageList(IReadOnlyList<Language> Items);
