using System.Text.Json;
using Cnaim.Data.Protection;
using Cnaim.Messaging;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Interviews;

internal static class InterviewEndpoints
{
    public static IServiceCollection AddInterviews(this IServiceCollection services)
    {
        services.TryAddScoped<InterviewStore>();
        services.TryAddScoped<StartInterview>();
        services.TryAddScoped<ConductInterview>();
        services.AddProtectedField(new ProtectedField("interview.answers", InterviewSql.StaleAnswers, InterviewSql.ReplaceAnswers, Guid.Parse));
        return services;
    }

    public static RouteGroupBuilder MapInterviews(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Interviews").RequireRight(Right.InterviewsConduct);
        group.MapPost("", Start).WithName("Interviews_Start").WithSummary("Starts an interview").RequireIdempotencyKey().AnswersEntityVersion();
        group.MapGet("/{id:guid}", Get).WithName("Interviews_Get").WithSummary("The answers, and the questions to ask next").AnswersEntityVersion();
        group.MapPut("/{id:guid}/answers", Save).WithName("Interviews_Answer").WithSummary("Merges answers; If-Match is optional").WithMetadata(RequestHeader.OptionalIfMatch);
        group.MapPost("/{id:guid}/hand-over", HandOver).WithName("Interviews_HandOver").WithSummary("Gives the interview to another member of staff").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/assessment", Evaluate).WithName("Interviews_Assess").WithSummary("Issues, arrangements, eligibility and referrals by the rules of the interview's date");
        return group;
    }

    private static async Task<Results<CreatedAtRoute<InterviewView>, ProblemHttpResult>> Start(
        StartInterviewInput input, StartInterview start, OfficeTransaction transaction, Actor actor, HttpResponse response, CancellationToken cancellationToken)
    {
        var decision = await start.RunAsync(input, actor, cancellationToken);
        response.SetVersionOf(decision, interview => interview.Version);
        return decision.IsAccepted
            ? await transaction.CommitAsync(TypedResults.CreatedAtRoute(decision.Event, "Interviews_Get", new { id = decision.Event.Id }), cancellationToken)
            : decision.Refusal.ToProblem();
    }

    private static async Task<Results<Ok<InterviewView>, ProblemHttpResult>> Get(
        Guid id, ConductInterview conduct, OfficeTransaction transaction, Actor actor, HttpResponse response, CancellationToken cancellationToken)
    {
        var decision = await conduct.GetAsync(id, actor, cancellationToken);
        response.SetVersionOf(decision, interview => interview.Version);
        return await decision.ToOkAsync(transaction, cancellationToken);
    }

    private static async Task<Results<Ok<InterviewView>, ProblemHttpResult>> Save(
        Guid id,
        Dictionary<string, JsonElement> answers,
        IfMatch ifMatch,
        ConductInterview conduct,
        OfficeTransaction transaction,
        Actor actor,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var decision = await conduct.SaveAsync(id, answers, ifMatch.CheckOptional, actor, cancellationToken);
        response.SetVersionOf(decision, interview => interview.Version);
        return await decision.ToOkAsync(transaction, cancellationToken);
    }

    private static async Task<Results<Ok<InterviewView>, ProblemHttpResult>> HandOver(
        Guid id, HandOverInput input, ConductInterview conduct, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await conduct.HandOverAsync(id, input.ToStaff, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<Assessment>, ProblemHttpResult>> Evaluate(
        Guid id, ConductInterview conduct, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await conduct.AssessAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);
}

internal sealed record HandOverInput
{
    public required string ToStaff { get; init; }
}
