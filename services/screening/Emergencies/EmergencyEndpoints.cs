using Cnaim.Data.Protection;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Emergencies;

internal static class EmergencyEndpoints
{
    public static IServiceCollection AddEmergencies(this IServiceCollection services)
    {
        services.TryAddScoped<EmergencyStore>();
        services.TryAddScoped<OpenInEmergency>();
        services.TryAddScoped<ReviewEmergency>();
        services.AddProtectedField(new ProtectedField("emergency_access.note", EmergencySql.StaleNote, EmergencySql.ReplaceNote, Guid.Parse));
        return services;
    }

    public static RouteGroupBuilder MapEmergencies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Emergency access").RequireRight(Right.EmergencyUse);
        group.MapPost("/emergency-access", Open).WithName("EmergencyAccess_Open").WithSummary("Opens a record for 60 minutes; a second person confirms").RequireIdempotencyKey();
        group.MapGet("/emergency-access", List).WithName("EmergencyAccess_List").WithSummary("What this centre opened in the last 30 days, to confirm");
        group.MapGet("/emergency-access/{id:guid}/record", Read).WithName("EmergencyAccess_Read").WithSummary("The opened record; each read is audited with this id");
        group.MapPost("/emergency-access/{id:guid}/confirm", Confirm).WithName("EmergencyAccess_Confirm").WithSummary("The second person's view, within 24 hours").AcceptIdempotencyKey();
        group.MapGet("/people/{id}/notices", Notices).WithName("People_Notices").WithSummary("What the person is still to be told, when it is safe");
        group.MapPost("/people/{id}/notices/{noticeId:guid}/give", Give).WithName("People_GiveNotice").WithSummary("The person was told").AcceptIdempotencyKey();
        return group;
    }

    private static async Task<Results<CreatedAtRoute<EmergencyGrant>, ProblemHttpResult>> Open(
        EmergencyInput input, OpenInEmergency open, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await open.RunAsync(input, actor, cancellationToken);
        if (decision.IsAccepted)
        {
            return await transaction.CommitAsync(TypedResults.CreatedAtRoute(decision.Event, "EmergencyAccess_Read", new { id = decision.Event.Id }), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return decision.Refusal.ToProblem();
    }

    private static async Task<Ok<EmergencyPage>> List(Guid? after, ReviewEmergency review, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await transaction.CommitAsync(TypedResults.Ok(await review.ListAsync(after, actor, cancellationToken)), cancellationToken);

    private static async Task<Results<Ok<EmergencyRecord>, ProblemHttpResult>> Read(
        Guid id, OpenInEmergency open, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await open.ReadAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<EmergencyView>, ProblemHttpResult>> Confirm(
        Guid id, ConfirmEmergencyInput input, ReviewEmergency review, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await review.ConfirmAsync(id, input.Justified, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<NoticeList>, ProblemHttpResult>> Notices(
        string id, ReviewEmergency review, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await review.NoticesAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<NoticeList>, ProblemHttpResult>> Give(
        string id, Guid noticeId, ReviewEmergency review, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await review.GiveAsync(id, noticeId, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);
}
