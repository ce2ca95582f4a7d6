using Cnaim.Mediation.Languages;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace Cnaim.Mediation.Phrases;

/// <summary>The phrase board: for everybody, the same for everybody, and readable for a day without a network.</summary>
internal static class PhraseEndpoints
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    public static IServiceCollection AddPhrases(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => PhraseBook.Load(provider.GetRequiredService<LanguageCatalogue>()));
        return services;
    }

    public static RouteGroupBuilder MapPhrases(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/phrases").WithTags("Phrases").AllowAnonymous();
        group.AnswersEntityVersion().WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        group.MapGet("", Index).WithName("Phrases_Index").WithSummary("The themes and languages of the phrase board");
        group.MapGet("/{lang}", Board).WithName("Phrases_Board").WithSummary("The phrases in one language, with the Portuguese originals");
        return group;
    }

    private static Results<Ok<PhraseIndex>, StatusCodeHttpResult> Index(HttpContext context, PhraseBook book) =>
        IsKnown(context, book) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(book.Index());

    private static Results<Ok<PhraseBoard>, StatusCodeHttpResult, ProblemHttpResult> Board(string lang, HttpContext context, PhraseBook book)
    {
        if (book.Board(lang) is not { } board)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        return IsKnown(context, book) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(board);
    }

    private static bool IsKnown(HttpContext context, PhraseBook book)
    {
        var tag = new EntityTagHeaderValue($"\"{book.Version}\"");
        var headers = context.Response.GetTypedHeaders();
        (headers.ETag, headers.CacheControl) = (tag, new CacheControlHeaderValue { Public = true, MaxAge = Age });
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(value => value.Equals(EntityTagHeaderValue.Any) || value.Compare(tag, useStrongComparison: false));
    }
}
