using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Subscriptions.Sending;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>Pauses and resumes an endpoint, and gives it a new secret.</summary>
internal sealed class MoveEndpoint(EndpointStore endpoints, FieldProtection protection, OfficeTransaction transaction, TimeProvider clock)
{
    private const int LongestOverlap = 168;

    public Task<Results<Ok<EndpointView>, ProblemHttpResult>> PauseAsync(Guid id, IfMatch ifMatch, HttpResponse response, Actor actor, CancellationToken cancellationToken) =>
        MoveAsync(id, "pause", ifMatch, response, actor, endpoint => endpoint with { State = EndpointState.Paused }, cancellationToken);

    /// <summary>Goes on with the head of the lane, on a new timetable: what waits longer than events are kept is dropped and told.</summary>
    public Task<Results<Ok<EndpointView>, ProblemHttpResult>> ResumeAsync(Guid id, IfMatch ifMatch, HttpResponse response, Actor actor, CancellationToken cancellationToken) =>
        MoveAsync(id, "resume", ifMatch, response, actor, endpoint => endpoint with { State = EndpointState.Active, StateReason = null, Attempts = 0, DueAt = null, SlowUntil = null }, cancellationToken);

    /// <summary>The former secret signs too for some hours; after a leak for none.</summary>
    public async Task<Results<Ok<EndpointWithSecret>, ProblemHttpResult>> RotateAsync(Guid id, int keepHours, IfMatch ifMatch, HttpResponse response, Actor actor, CancellationToken cancellationToken)
    {
        if (await endpoints.LockWebhookAsync(id, actor.PartnerClient, cancellationToken) is not { } present)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (ifMatch.CheckOptional(present.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        if (keepHours is < 0 or > LongestOverlap)
        {
            return SubscriptionsRefusals.EndpointWith(["keepHours: use 0 to 168."]).ToProblem();
        }

        var secret = SigningSecret.Create();
        var rotated = present with
        {
            Secret = protection.Protect(secret, id),
            PreviousSecret = keepHours > 0 ? present.Secret : null,
            PreviousUntil = keepHours > 0 ? clock.GetUtcNow().AddHours(keepHours) : null,
        };
        await endpoints.SaveAsync(rotated, cancellationToken);
        transaction.Audit(EndpointAudit.Entry("endpoint.secret-rotated", id, actor));
        response.SetEntityVersion(present.Version + 1);
        return await transaction.CommitAsync(TypedResults.Ok(new EndpointWithSecret(EndpointView.Of(rotated), SigningSecret.Text(secret))), cancellationToken);
    }

    private async Task<Results<Ok<EndpointView>, ProblemHttpResult>> MoveAsync(
        Guid id, string move, IfMatch ifMatch, HttpResponse response, Actor actor, Func<WebhookEndpoint, WebhookEndpoint> apply, CancellationToken cancellationToken)
    {
        if (await endpoints.LockAsync(id, actor.PartnerClient, cancellationToken) is not { } present)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (!EndpointState.Allows(present.State, move))
        {
            return SubscriptionsRefusals.NotNow(EndpointState.AllowedIn(present.State)).ToProblem();
        }

        if (ifMatch.CheckOptional(present.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        var moved = apply(present);
        await endpoints.SaveAsync(moved, cancellationToken);
        transaction.Audit(EndpointAudit.Entry("endpoint." + move + "d", id, actor));
        response.SetEntityVersion(present.Version + 1);
        return await transaction.CommitAsync(TypedResults.Ok(EndpointView.Of(moved)), cancellationToken);
    }
}
