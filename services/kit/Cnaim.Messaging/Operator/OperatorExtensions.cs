using Cnaim.Messaging.Broker;
using Cnaim.Messaging.Operator;
using Cnaim.Messaging.Reconcile;
using Cnaim.Messaging.Topology;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cnaim.Messaging;

/// <summary>The operator's verbs for stuck messages, as <c>./cnaim outbox</c> and <c>./cnaim errors</c> call them.</summary>
public static class OperatorExtensions
{
    /// <summary>Maps <c>/operator/outbox</c> and <c>/operator/errors</c>, for the role administrator only; everything that changes is audited.</summary>
    /// <param name="routes">The application.</param>
    public static RouteGroupBuilder MapMessagingOperator(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/operator").WithTags("Operator").RequireRight(Right.OperationsChange)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.AddEndpointFilter(OwnServiceOnly);
        group.MapGet("/outbox", ListOutbox).WithName("Operator_ListOutbox").WithSummary("Messages that have not left").RequireRight(Right.OperationsRead);
        group.MapPost("/outbox/retry", RetryOutbox).WithName("Operator_RetryOutbox").WithSummary("Try again now");
        group.MapPost("/outbox/void", VoidOutbox).WithName("Operator_VoidOutbox").WithSummary("Replace by an event without effect");
        group.MapGet("/errors", ListErrors).WithName("Operator_ListErrors").WithSummary("Messages that were not applied").RequireRight(Right.OperationsRead);
        group.MapPost("/errors/retry", RetryError).WithName("Operator_RetryError").WithSummary("Apply it again, in order").ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/errors/skip", SkipError).WithName("Operator_SkipError").WithSummary("Go on without it").ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/errors/reconcile", Reconcile).WithName("Operator_Reconcile").WithSummary("Ask every source for what is missing here, as after a restore");
        group.MapPost("/erasures/reapply", ErasureOperator.Handle).WithName("Operator_ReapplyErasure").WithSummary("Forget again whom a restored database knows again").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/erasures/offer", ErasureOperator.OfferAgain).WithName("Operator_OfferErasures").WithSummary("Give the directory again what was erased since, as after a restore of its own");
        group.MapGet("/retention", RetentionOperator.Report).WithName("Operator_Retention").WithSummary("What has been kept long enough, by category").RequireRight(Right.OperationsRead);
        group.MapPost("/retention/run", RetentionOperator.Run).WithName("Operator_RunRetention").WithSummary("Erase one batch of a category that has been kept long enough");
        group.MapGet("/streams", ListStreams).WithName("Operator_ListStreams").WithSummary("How far the streams of a source are here").RequireRight(Right.OperationsRead);
        return group;
    }

    /// <summary>An office's messages are its own administrator's; services that are no office have none, so any administrator may.</summary>
    private static async ValueTask<object?> OwnServiceOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var code = services.GetRequiredService<MessagingService>().Code;
        var isOffice = string.Equals(services.GetRequiredService<TopologyManifest>().Find(code)?.Kind, "office", StringComparison.Ordinal);
        return isOffice && !string.Equals(Actor.From(context.HttpContext.User)?.Office, code, StringComparison.Ordinal)
            ? OperatorRefusals.NotFound.ToProblem()
            : await next(context);
    }

    private static async Task<Ok<List<OutboxEntry>>> ListOutbox(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return TypedResults.Ok((await connection.QueryAsync<OutboxEntry>(new CommandDefinition(OperatorSql.ListOutbox, cancellationToken: cancellationToken))).AsList());
    }

    private static async Task<Ok<OperatorResult>> RetryOutbox(OutboxSelection selection, Actor actor, OperatorStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new OperatorResult(await store.ChangeOutboxAsync(OperatorSql.RetryOutbox, selection, Audit("outbox.retried", selection, actor), cancellationToken)));

    private static async Task<Ok<OperatorResult>> VoidOutbox(OutboxSelection selection, Actor actor, OperatorStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new OperatorResult(await store.ChangeOutboxAsync(OperatorSql.VoidOutbox, selection, Audit("outbox.voided", selection, actor), cancellationToken)));

    private static async Task<Ok<List<ErrorEntry>>> ListErrors(string? queue, MessagingService service, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return TypedResults.Ok((await connection.QueryAsync<ErrorEntry>(
            new CommandDefinition(OperatorSql.ListErrors, new { consumer = service.Code, queue }, cancellationToken: cancellationToken))).AsList());
    }

    private static async Task<Results<Ok<OperatorResult>, ProblemHttpResult>> RetryError(ErrorSelection selection, Actor actor, OperatorStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(selection.MessageId, cancellationToken) is not { } entry)
        {
            return OperatorRefusals.NotFound.ToProblem();
        }

        return await store.RetryAsync(entry, Audit("message.retried", entry, actor), cancellationToken)
            ? TypedResults.Ok(new OperatorResult(1))
            : OperatorRefusals.NeverApplied.ToProblem();
    }

    private static async Task<Results<Ok<OperatorResult>, ProblemHttpResult>> SkipError(ErrorSelection selection, Actor actor, OperatorStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(selection.MessageId, cancellationToken) is not { } entry)
        {
            return OperatorRefusals.NotFound.ToProblem();
        }

        return await store.SkipAsync(entry, Audit("message.skipped", entry, actor), cancellationToken)
            ? TypedResults.Ok(new OperatorResult(1))
            : OperatorRefusals.NotItsTurn.ToProblem();
    }

    private static async Task<Ok<OperatorResult>> Reconcile(ReconcileSelection selection, Actor actor, Reconciler reconciler, CancellationToken cancellationToken)
    {
        var sources = reconciler.Sources.Where(source => selection.Source is null || string.Equals(source, selection.Source, StringComparison.Ordinal)).ToList();
        foreach (var source in sources)
        {
            await reconciler.ReportAsync(source, actor, cancellationToken);
        }

        return TypedResults.Ok(new OperatorResult(sources.Count));
    }

    private static async Task<Ok<StreamReport>> ListStreams(
        string source, Guid? afterStream, string? afterAudience, MessagingService service, BrokerProbe probe, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var waiting = await probe.CountWaitingAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new { source, consumer = service.Code, afterStream, afterAudience };
        var streams = await connection.QueryAsync<ReportedStream>(new CommandDefinition(FastForwardSql.Report, parameters, cancellationToken: cancellationToken));
        return TypedResults.Ok(new StreamReport { Waiting = waiting, Streams = streams.AsList() });
    }

    private static AuditEntry Audit(string action, OutboxSelection selection, Actor actor) => new()
    {
        Action = action,
        RecordKind = "outbox",
        RecordId = selection.Id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? selection.Stream?.ToString() ?? "all",
        Actor = actor,
    };

    private static AuditEntry Audit(string action, ErrorEntry entry, Actor actor) => new()
    {
        Action = action,
        RecordKind = "message",
        RecordId = entry.MessageId.ToString(),
        Actor = actor,
    };
}
