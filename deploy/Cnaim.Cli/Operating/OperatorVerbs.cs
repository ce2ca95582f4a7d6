using System.Text.Json;
using Cnaim.Messaging;

namespace Cnaim.Cli.Operating;

/// <summary>The operator's verbs as a service understands them.</summary>
internal static class OperatorVerbs
{
    public static Task<JsonElement> ListOutboxAsync(this OperatorClient client, CancellationToken cancellationToken) => client.GetAsync("/operator/outbox", cancellationToken);

    /// <param name="client">Of the service.</param>
    /// <param name="verb"><c>retry</c> or <c>void</c>.</param>
    /// <param name="id">The number that the list shows, which is no text in JSON.</param>
    /// <param name="stream">A stream's id.</param>
    /// <param name="all">Everything.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task<JsonElement> ChangeOutboxAsync(this OperatorClient client, string verb, long? id, Guid? stream, bool all, CancellationToken cancellationToken) =>
        client.PostAsync("/operator/outbox/" + verb, new { id, stream, all }, cancellationToken);

    public static Task<JsonElement> ListErrorsAsync(this OperatorClient client, string? queue, CancellationToken cancellationToken) =>
        client.GetAsync("/operator/errors" + (queue is null ? "" : "?queue=" + Uri.EscapeDataString(queue)), cancellationToken);

    public static Task<JsonElement> ChangeErrorAsync(this OperatorClient client, string verb, Guid messageId, CancellationToken cancellationToken) =>
        client.PostAsync("/operator/errors/" + verb, new { messageId }, cancellationToken);

    /// <param name="client">Of the service that was restored.</param>
    /// <param name="kept">An erasure as the directory keeps it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task<JsonElement> ReapplyErasureAsync(this OperatorClient client, JsonElement kept, CancellationToken cancellationToken) => client.PostAsync(
        "/operator/erasures/reapply", new { orderId = kept.GetProperty("orderId"), digests = kept.GetProperty("digests") }, cancellationToken);

    /// <param name="client">Of any service.</param>
    /// <param name="since">The time of the directory's backup.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task<JsonElement> OfferErasuresAsync(this OperatorClient client, DateTimeOffset since, CancellationToken cancellationToken) =>
        client.PostAsync("/operator/erasures/offer", new { since }, cancellationToken);

    public static Task<JsonElement> RetentionAsync(this OperatorClient client, CancellationToken cancellationToken) => client.GetAsync("/operator/retention", cancellationToken);

    /// <param name="client">Of the service.</param>
    /// <param name="runId">The run, for the audit.</param>
    /// <param name="category">What to erase a batch of.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task<JsonElement> RunRetentionAsync(this OperatorClient client, Guid runId, string category, CancellationToken cancellationToken) =>
        client.PostAsync("/operator/retention/run", new { runId, category }, cancellationToken);

    /// <param name="client">Of the receiver.</param>
    /// <param name="source">Whom to ask; null for every source.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task<JsonElement> ReconcileAsync(this OperatorClient client, string? source, CancellationToken cancellationToken) =>
        client.PostAsync("/operator/errors/reconcile", new { source }, cancellationToken);

    /// <param name="client">Of the receiver.</param>
    /// <param name="source">Whose streams.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task<JsonElement> ListStreamsAsync(this OperatorClient client, string source, ReportedStream? after, CancellationToken cancellationToken) => client.GetAsync(
        "/operator/streams?source=" + Uri.EscapeDataString(source) + (after is null ? "" : $"&afterStream={after.StreamId}&afterAudience={Uri.EscapeDataString(after.Audience)}"), cancellationToken);
}
