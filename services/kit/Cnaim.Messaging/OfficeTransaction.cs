using Cnaim.Messaging.Idempotency;
using Cnaim.Messaging.Outbox;
using Dapper;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Cnaim.Messaging;

/// <summary>
/// One PostgreSQL transaction that holds state, audit, messages and the answer to an Idempotency-Key: all of it happens, or none.
/// <para>
/// A hot path only collects (<see cref="Add"/>, <see cref="EnqueueAsync{TMessage}"/>, <see cref="Audit"/>) and commits: one round trip.
/// A path that must look first calls <see cref="BeginAsync"/>, locks, reads, decides and then collects. In a consumer the inbox has
/// begun already and commits itself, with the inbox row and the stream's version, once for up to 100 deliveries.
/// </para>
/// </summary>
public sealed class OfficeTransaction : IAsyncDisposable
{
    private readonly WriteSession _session;
    private readonly MessageWriter _messages;
    private readonly IdempotentRequest _request;
    private readonly bool _belongsToInbox;

    internal OfficeTransaction(WriteSession session, MessageWriter messages, IdempotentRequest request, bool belongsToInbox)
    {
        _session = session;
        _messages = messages;
        _request = request;
        _belongsToInbox = belongsToInbox;
    }

    /// <summary>The open connection; call <see cref="BeginAsync"/> first.</summary>
    public NpgsqlConnection Connection => _session.Connection
        ?? throw new InvalidOperationException("The transaction is not open: call BeginAsync first.");

    /// <summary>Opens the transaction when it is not open yet, and sends the collected writes so that reads see them.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask BeginAsync(CancellationToken cancellationToken) => _session.BeginAsync(cancellationToken);

    /// <summary>A Dapper command inside this transaction; call <see cref="BeginAsync"/> first.</summary>
    /// <param name="sql">SQL with named parameters.</param>
    /// <param name="parameters">An object whose properties are the parameters; null for none.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    public CommandDefinition Command(string sql, object? parameters, CancellationToken cancellationToken) => _session.IsBegun
        ? new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)
        : throw new InvalidOperationException("The transaction is not open: call BeginAsync first.");

    /// <summary>Collects a write; it goes out with the commit, in the order of the calls.</summary>
    /// <param name="sql">One statement with named parameters (<c>@name</c>).</param>
    /// <param name="parameters">Its parameters.</param>
    public void Add(string sql, params NpgsqlParameter[] parameters) => _session.Add(SqlStatement.Named(sql, parameters));

    /// <summary>Collects a message; it leaves after the commit, in the order of its stream.</summary>
    /// <typeparam name="TMessage">A command or event of the contracts.</typeparam>
    /// <param name="streamId">The aggregate the message belongs to, for example the referral's id.</param>
    /// <param name="audience">Who it is for: a service for a command, the network for an event.</param>
    /// <param name="message">The message; at most 64 KiB as JSON, and no personal data.</param>
    /// <param name="cancellationToken">Not used, since this only collects.</param>
    /// <exception cref="InvalidOperationException">The topology manifest does not let this service send it there.</exception>
    public ValueTask EnqueueAsync<TMessage>(Guid streamId, Audience audience, TMessage message, CancellationToken cancellationToken)
        where TMessage : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        _session.Add(_messages.Create(streamId, audience, message));
        return ValueTask.CompletedTask;
    }

    /// <summary>Collects an audit entry; the first one belongs to the first message, the second to the second.</summary>
    /// <param name="entry">Who did what.</param>
    public void Audit(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _session.Add(entry);
    }

    /// <summary>Writes everything and commits. When this throws because the database went away, the outcome is unknown; repeating with the same Idempotency-Key is safe.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">Called in a consumer, where the inbox commits.</exception>
    public Task CommitAsync(CancellationToken cancellationToken) => _belongsToInbox
        ? throw new InvalidOperationException("A consumer does not commit: the inbox commits its writes with the inbox row.")
        : _session.CommitAsync(cancellationToken);

    /// <summary>Like <see cref="CommitAsync(CancellationToken)"/>, and stores the answer for the request's Idempotency-Key in the same transaction.</summary>
    /// <typeparam name="TResult">The endpoint's result.</typeparam>
    /// <param name="result">The answer to return now and to replay later.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<TResult> CommitAsync<TResult>(TResult result, CancellationToken cancellationToken)
        where TResult : IResult
    {
        if (await _request.RecordAsync(result) is { } answer)
        {
            // First of all writes, so that a second request with the same key fails here, before it has changed anything.
            _session.AddFirst(answer);
        }

        await CommitAsync(cancellationToken);
        return result;
    }

    internal void Collect(NpgsqlBatchCommand write) => _session.Add(write);

    internal void WakeRelay() => _session.WakeRelayAfterCommit();

    /// <summary>Rolls back what was not committed.</summary>
    public ValueTask DisposeAsync() => _belongsToInbox ? ValueTask.CompletedTask : _session.DisposeAsync();
}
