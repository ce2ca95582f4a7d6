using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.Sending;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>Registers, changes and removes a partner's endpoints.</summary>
internal sealed class WriteEndpoint(EndpointStore endpoints, AgreementStore agreements, EndpointRules rules, FieldProtection protection, OfficeTransaction transaction, TimeProvider clock)
{
    // The answer with the secret gets there first; whoever checks signatures needs it for the challenge.
    private static readonly TimeSpan ChallengeDelay = TimeSpan.FromSeconds(1);

    public async Task<Results<CreatedAtRoute<EndpointWithSecret>, ProblemHttpResult>> RegisterAsync(EndpointInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (await rules.CheckAsync(input, cancellationToken) is { } wrong)
        {
            return wrong.ToProblem();
        }

        // The row of the agreement is the lock under which endpoints are counted.
        if (await agreements.LockAsync(actor.PartnerClient, cancellationToken) is null)
        {
            return SubscriptionsRefusals.NoAgreement.ToProblem();
        }

        if (await endpoints.CountAsync(actor.PartnerClient, cancellationToken) >= EndpointRules.Most)
        {
            return SubscriptionsRefusals.TooManyEndpoints.ToProblem();
        }

        var (now, secret) = (clock.GetUtcNow(), SigningSecret.Create());
        var id = Guid.CreateVersion7(now);
        var endpoint = Apply(input, new WebhookEndpoint { EndpointId = id, ClientId = actor.PartnerClient, LastSentAt = now, CreatedAt = now, DueAt = now + ChallengeDelay, Secret = protection.Protect(secret, id) });
        await endpoints.InsertAsync(endpoint, cancellationToken);
        transaction.Audit(EndpointAudit.Entry("endpoint.registered", id, actor));
        var answer = new EndpointWithSecret(EndpointView.Of(endpoint), SigningSecret.Text(secret));
        return await transaction.CommitAsync(TypedResults.CreatedAtRoute(answer, "Endpoints_Get", new { id }), cancellationToken);
    }

    public async Task<Results<Ok<EndpointView>, ProblemHttpResult>> ChangeAsync(Guid id, EndpointInput input, IfMatch ifMatch, HttpResponse response, Actor actor, CancellationToken cancellationToken)
    {
        if (await rules.CheckAsync(input, cancellationToken) is { } wrong)
        {
            return wrong.ToProblem();
        }

        if (await endpoints.LockWebhookAsync(id, actor.PartnerClient, cancellationToken) is not { } present)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (ifMatch.CheckRequired(present.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        var changed = Apply(input, present);
        if (!string.Equals(present.Url, input.Url, StringComparison.Ordinal))
        {
            // Another address has to echo a challenge of its own.
            changed = changed with { State = EndpointState.Pending, StateReason = null, Attempts = 0, DueAt = clock.GetUtcNow() };
        }

        await endpoints.SaveAsync(changed, cancellationToken);
        transaction.Audit(EndpointAudit.Entry("endpoint.changed", id, actor));
        response.SetEntityVersion(present.Version + 1);
        return await transaction.CommitAsync(TypedResults.Ok(EndpointView.Of(changed)), cancellationToken);
    }

    public async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, IfMatch ifMatch, HttpResponse response, Actor actor, CancellationToken cancellationToken)
    {
        if (await endpoints.LockWebhookAsync(id, actor.PartnerClient, cancellationToken) is not { } present)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (ifMatch.CheckRequired(present.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        await endpoints.DeleteAsync(id, clock.GetUtcNow(), cancellationToken);
        transaction.Audit(EndpointAudit.Entry("endpoint.removed", id, actor));
        response.SetEntityVersion(present.Version); // the last there was
        return await transaction.CommitAsync(TypedResults.NoContent(), cancellationToken);
    }

    private static WebhookEndpoint Apply(EndpointInput input, WebhookEndpoint endpoint) =>
        endpoint with { Url = input.Url, Description = input.Description, EventTypes = input.EventTypes?.ToArray(), RatePerSecond = input.RatePerSecond };
}
