using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Webhooks;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Subscriptions.Queues;

/// <summary>A partner opens, shows and closes its queue.</summary>
internal sealed class ManageQueue(AgreementStore agreements, BrokerPlace place, BrokerManagement broker, QueueSignal signal, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Results<Ok<QueueView>, ProblemHttpResult>> GetAsync(HttpResponse response, Actor actor, CancellationToken cancellationToken) =>
        await FindAsync(actor, cancellationToken) is { } queue ? Answer(queue, response) : CommonRefusals.NotFound.ToProblem();

    public async Task<Results<Ok<QueueView>, ProblemHttpResult>> OpenAsync(QueueInput input, HttpResponse response, Actor actor, CancellationToken cancellationToken)
    {
        if (input.EventTypes is { } types && !(types.Count is >= 1 and <= 100 && types.All(EventTypes.All.Contains)))
        {
            return SubscriptionsRefusals.EndpointWith(["eventTypes: use wire types of the event catalogue, or leave it out."]).ToProblem();
        }

        var agreement = await agreements.LockAsync(actor.PartnerClient, cancellationToken);
        if (agreement is null)
        {
            return SubscriptionsRefusals.NoAgreement.ToProblem();
        }

        if (!agreement.Queue || !broker.IsThere)
        {
            return SubscriptionsRefusals.QueueNotAgreed.ToProblem();
        }

        var now = clock.GetUtcNow();
        var row = new { endpointId = Guid.CreateVersion7(now), clientId = actor.PartnerClient, url = QueueName.AddressOf(actor.PartnerClient), eventTypes = input.EventTypes?.ToArray(), now };
        var queue = await transaction.Connection.QuerySingleAsync<WebhookEndpoint>(transaction.Command(QueueSql.Open, row, cancellationToken));
        transaction.Audit(EndpointAudit.Entry("queue.opened", queue.EndpointId, actor));
        var answer = await transaction.CommitAsync(Answer(queue, response), cancellationToken);
        signal.Set();
        return answer;
    }

    /// <summary>What it is owed is withheld; what lies in it goes with it.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> CloseAsync(IfMatch ifMatch, HttpResponse response, Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, cancellationToken) is not { } queue)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (ifMatch.CheckRequired(queue.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        await transaction.Connection.ExecuteAsync(transaction.Command(QueueSql.Disable, new { id = queue.EndpointId, reason = "closed" }, cancellationToken));
        await transaction.Connection.ExecuteAsync(transaction.Command(EndpointSql.Withhold, new { id = queue.EndpointId, now = clock.GetUtcNow() }, cancellationToken));
        transaction.Audit(EndpointAudit.Entry("queue.closed", queue.EndpointId, actor));
        response.SetEntityVersion(queue.Version + 1);
        var answer = await transaction.CommitAsync(TypedResults.NoContent(), cancellationToken);
        signal.Set();
        return answer;
    }

    private async Task<WebhookEndpoint?> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<WebhookEndpoint>(transaction.Command(QueueSql.Lock, new { clientId = actor.PartnerClient }, cancellationToken));
    }

    private Ok<QueueView> Answer(WebhookEndpoint queue, HttpResponse response)
    {
        response.SetEntityVersion(queue.Version);
        return TypedResults.Ok(QueueView.Of(queue, place.VirtualHost));
    }
}
