using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.Subscriptions.DeliveryLog;
using Cnaim.Subscriptions.Lanes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>Sends a test or the challenge while the partner waits, and says what came back. No transaction is open meanwhile.</summary>
internal sealed class AskEndpoint(IServiceScopeFactory scopes, TryEndpoint tries, OfficeTransaction transaction, EndpointStore endpoints)
{
    public async Task<Results<Ok<AttemptView>, ProblemHttpResult>> TestAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, actor, cancellationToken) is not { } endpoint)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        // Whoever has not echoed a challenge may be anybody: it is asked for one, and for nothing else.
        if (!EndpointState.Allows(endpoint.State, "test"))
        {
            return SubscriptionsRefusals.NotNow(EndpointState.AllowedIn(endpoint.State)).ToProblem();
        }

        var attempt = await tries.OwnAsync(endpoint, AttemptKind.Test, cancellationToken);
        return await AnswerAsync(attempt, "endpoint.tested", actor);
    }

    public async Task<Results<Ok<AttemptView>, ProblemHttpResult>> VerifyAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, actor, cancellationToken) is not { } endpoint)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (endpoint.IsQueue || !EndpointState.Allows(endpoint.State, "verify"))
        {
            return SubscriptionsRefusals.NotNow(EndpointState.AllowedIn(endpoint.State)).ToProblem();
        }

        var attempt = await tries.HandshakeAsync(endpoint, cancellationToken);
        if (attempt.Answer.IsSuccess && await endpoints.LockAsync(id, actor.PartnerClient, cancellationToken) is { } present
            && EndpointState.Allows(present.State, "verify") && string.Equals(present.Url, endpoint.Url, StringComparison.Ordinal))
        {
            await endpoints.SaveAsync(present with { State = EndpointState.Active, StateReason = null, Attempts = 0, DueAt = null, LastSuccessAt = attempt.Answer.StartedAt }, cancellationToken);
            transaction.Audit(EndpointAudit.Entry("endpoint.active", id, actor));
        }

        return await AnswerAsync(attempt, "endpoint.challenged", actor);
    }

    // Its own scope: the transaction of this one is for what comes after the answer.
    private async Task<WebhookEndpoint?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EndpointStore>().FindAsync(id, actor.PartnerClient, cancellationToken);
    }

    private async Task<Results<Ok<AttemptView>, ProblemHttpResult>> AnswerAsync(Attempt attempt, string action, Actor actor)
    {
        transaction.Add(LaneSql.Attempt, attempt.Parameters());
        transaction.Audit(EndpointAudit.Entry(action, attempt.EndpointId, actor, attempt.Answer.Outcome));
        var shown = new AttemptView
        {
            Id = attempt.AttemptId,
            Kind = attempt.Kind,
            WebhookId = attempt.Request.WebhookId,
            Number = attempt.Number,
            StartedAt = attempt.Answer.StartedAt,
            DurationMilliseconds = (int)attempt.Answer.Duration.TotalMilliseconds,
            Outcome = attempt.Answer.Outcome,
            RequestUrl = attempt.Request.Url.ToString(),
            RequestHeaders = attempt.Answer.Sent,
            RequestBody = System.Text.Encoding.UTF8.GetString(attempt.Request.Body),
            Status = attempt.Answer.Status,
            ResponseHeaders = attempt.Answer.Headers,
            ResponseBytes = attempt.Answer.Body,
        };
        return await transaction.CommitAsync(TypedResults.Ok(shown), CancellationToken.None);
    }
}
