using System.Globalization;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.Subscriptions.Webhooks;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Subscriptions.DeliveryLog;

/// <summary>What an endpoint was sent and what it answered, for its own partner; each look is audited.</summary>
internal sealed class ReadDeliveryLog(EndpointStore endpoints, OfficeTransaction transaction)
{
    private const int PageSize = 50;

    public async Task<Results<Ok<Page<AttemptView>>, ProblemHttpResult>> AttemptsAsync(Guid id, Guid? after, AttemptFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync<AttemptView>(id, actor, DeliveryLogSql.Attempts, new { endpointId = id, before = after, filter.WebhookId, filter.Kind, filter.Outcome, limit = PageSize + 1 }, cancellationToken);
        return rows is null ? CommonRefusals.NotFound.ToProblem() : TypedResults.Ok(Page<AttemptView>.Cut(rows, PageSize, row => row, row => row.Id.ToString()));
    }

    public async Task<Results<Ok<AttemptView>, ProblemHttpResult>> AttemptAsync(Guid id, Guid attemptId, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync<AttemptView>(id, actor, DeliveryLogSql.Attempt, new { endpointId = id, attemptId }, cancellationToken);
        return rows is [var attempt] ? TypedResults.Ok(attempt) : CommonRefusals.NotFound.ToProblem();
    }

    public async Task<Results<Ok<Page<DeliveryView>>, ProblemHttpResult>> DeliveriesAsync(Guid id, long? after, string? state, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync<DeliveryView>(id, actor, DeliveryLogSql.Deliveries, new { endpointId = id, before = after, state, limit = PageSize + 1 }, cancellationToken);
        return rows is null
            ? CommonRefusals.NotFound.ToProblem()
            : TypedResults.Ok(Page<DeliveryView>.Cut(rows, PageSize, row => row, row => row.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<List<TRow>?> ReadAsync<TRow>(Guid id, Actor actor, string sql, object parameters, CancellationToken cancellationToken)
    {
        var isOwn = await endpoints.FindAsync(id, actor.PartnerClient, cancellationToken) is not null;
        transaction.Audit(EndpointAudit.Entry(isOwn ? "delivery-log.read" : "delivery-log.read-denied", id, actor));
        var rows = isOwn ? (await transaction.Connection.QueryAsync<TRow>(transaction.Command(sql, parameters, cancellationToken))).AsList() : null;
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }
}

/// <summary>Which attempts are looked for; null for all.</summary>
internal sealed record AttemptFilter(string? WebhookId, string? Kind, string? Outcome);
