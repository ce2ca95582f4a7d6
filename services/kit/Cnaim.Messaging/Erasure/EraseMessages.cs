using Cnaim.Contracts;
using Cnaim.Messaging.Erasure;
using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Operator;
using Dapper;

namespace Cnaim.Messaging;

/// <summary>Forgets a person in what the messaging kit keeps: sent and parked messages, error queues, stored answers, the audit trail (ADR 0045). Inside the caller's transaction.</summary>
public sealed class EraseMessages
{
    private readonly OfficeTransaction _transaction;
    private readonly ErrorQueueReader _queues;
    private readonly EraseAnswers _answers;
    private readonly MessagingService _service;

    internal EraseMessages(OfficeTransaction transaction, ErrorQueueReader queues, EraseAnswers answers, MessagingService service) =>
        (_transaction, _queues, _answers, _service) = (transaction, queues, answers, service);

    /// <summary>Erases, or counts.</summary>
    /// <param name="scope">Whom and what.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<ErasedCount>> RunAsync(ErasureScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await _transaction.BeginAsync(cancellationToken);
        var references = scope.References.ToArray();
        var sent = await VoidSentAsync(scope.Streams, audience: null, cancellationToken);
        var (waiting, answers) = references.Length > 0 ? await EraseNamingAsync(scope, references, cancellationToken) : (0, 0);
        var audited = await _transaction.Connection.ExecuteScalarAsync<long>(_transaction.Command(
            ErasureSql.EraseAudit,
            new
            {
                service = _service.Code,
                orderId = scope.OrderId,
                references,
                kinds = scope.Records.Select(record => record.Kind).ToArray(),
                ids = scope.Records.Select(record => record.Id).ToArray(),
            },
            cancellationToken));
        return [Count("messages", sent + waiting), Count("stored-answers", answers), Count("audit", audited)];
    }

    /// <summary>From now on, what arrives about these references is not stored (<c>messaging.is_erased</c>); only digests are kept.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="references">The person as this service knew them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task RememberAsync(Guid orderId, IEnumerable<string> references, CancellationToken cancellationToken)
    {
        await _transaction.BeginAsync(cancellationToken);
        await ExecuteAsync(ErasureSql.Remember, new { orderId, references = references.ToArray() }, cancellationToken);
    }

    /// <summary>Like <see cref="RememberAsync"/>, from what another service has kept.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="digests">The digests.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async Task RememberDigestsAsync(Guid orderId, byte[][] digests, CancellationToken cancellationToken)
    {
        await _transaction.BeginAsync(cancellationToken);
        await ExecuteAsync(ErasureSql.RememberDigests, new { orderId, digests }, cancellationToken);
    }

    /// <summary>Takes the effect from commands of a stream that name a person, with their versions kept.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="audience">Only those to this service; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many.</returns>
    public async Task<int> VoidSentAsync(IEnumerable<Guid> streams, string? audience, CancellationToken cancellationToken)
    {
        await _transaction.BeginAsync(cancellationToken);
        return await ExecuteAsync(ErasureSql.VoidSent, new { streams = streams.ToArray(), audience }, cancellationToken);
    }

    // Records that ended months ago are in no queue and in no answer of the last day: without a reference there is nothing to look for.
    private async Task<(int Waiting, int Answers)> EraseNamingAsync(ErasureScope scope, string[] references, CancellationToken cancellationToken)
    {
        var waiting = await EraseParkedAsync(references, cancellationToken) + await EraseFailedAsync(scope, cancellationToken);
        return (waiting, await _answers.RunAsync([.. references, .. scope.Records.Select(record => record.Id)], cancellationToken));
    }

    private async Task<int> EraseParkedAsync(string[] references, CancellationToken cancellationToken)
    {
        var rows = await _transaction.Connection.QueryAsync<(Guid MessageId, byte[] Envelope)>(
            _transaction.Command(ErasureSql.Parked, new { consumer = _service.Code }, cancellationToken));
        var messages = rows.Where(row => Needles.In(StoredEnvelope.FromBytes(row.Envelope).Body, references)).Select(row => row.MessageId).ToArray();
        return await ExecuteAsync(ErasureSql.DeleteParked, new { consumer = _service.Code, messages }, cancellationToken);
    }

    // What leaves a queue here cannot be applied any more; if this transaction fails, it is found gone and that is right.
    private async Task<int> EraseFailedAsync(ErasureScope scope, CancellationToken cancellationToken)
    {
        var messages = new List<Guid>();
        foreach (var queue in new[] { _service.ErrorQueue, _service.SkippedQueue })
        {
            messages.AddRange(await _queues.RemoveWhereAsync(queue, body => Needles.In(body, scope.References), scope.IsDryRun, cancellationToken));
        }

        await ExecuteAsync(ErasureSql.DeleteFailed, new { consumer = _service.Code, messages = messages.ToArray() }, cancellationToken);
        return messages.Count;
    }

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        _transaction.Connection.ExecuteAsync(_transaction.Command(sql, parameters, cancellationToken));

    private static ErasedCount Count(string category, long erased) => new() { Category = category, Erased = erased, Kept = 0 };
}
