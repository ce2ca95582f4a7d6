using Dapper;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Cnaim.Messaging;

/// <summary>One PostgreSQL transaction that holds state, audit, messages and the answer to an Idempotency-Key; nothing is lost or done twice.</summary>
#pragma warning disable CA1822 // bodies follow
public sealed class OfficeTransaction : IAsyncDisposable
{
    /// <summary>The open connection; call <see cref="BeginAsync"/> first.</summary>
    public NpgsqlConnection Connection => throw new InvalidOperationException("Call BeginAsync first.");

    /// <summary>Opens the transaction when it is not open yet and sends what was collected, so that reads see it.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask BeginAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A Dapper command that runs inside this transaction; call <see cref="BeginAsync"/> first.</summary>
    /// <param name="sql">SQL with named parameters.</param>
    /// <param name="parameters">An object whose properties are the parameters.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    public CommandDefinition Command(string sql, object? parameters, CancellationToken cancellationToken) => new(sql, parameters, cancellationToken: cancellationToken);

    /// <summary>Collects a write; it goes out with the commit, in one round trip with all others.</summary>
    /// <param name="sql">One statement with named parameters (<c>@name</c>).</param>
    /// <param name="parameters">Its parameters.</param>
    public void Add(string sql, params NpgsqlParameter[] parameters) => throw new NotSupportedException(sql);

    /// <summary>Collects a message; it leaves after the commit, in the order of its stream.</summary>
    /// <typeparam name="TMessage">A command or event of the contracts.</typeparam>
    /// <param name="streamId">The aggregate the message belongs to, for example the referral's id.</param>
    /// <param name="audience">Who it is for.</param>
    /// <param name="message">The message; at most 64 KiB as JSON and no personal data.</param>
    /// <param name="cancellationToken">Not used while only collecting.</param>
    public ValueTask EnqueueAsync<TMessage>(Guid streamId, Audience audience, TMessage message, CancellationToken cancellationToken)
        where TMessage : class => ValueTask.CompletedTask;

    /// <summary>Collects an audit entry.</summary>
    /// <param name="entry">Who did what.</param>
    public void Audit(AuditEntry entry) => throw new NotSupportedException(entry?.Action);

    /// <summary>Writes everything and commits; inside a consumer the inbox commits, so this throws there.</summary>
    /// <param name="cancellationToken">Stops waiting; the outcome is then unknown, and the Idempotency-Key makes a repeat safe.</param>
    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Like <see cref="CommitAsync(CancellationToken)"/>, and stores the answer for the request's Idempotency-Key in the same transaction.</summary>
    /// <typeparam name="TResult">The endpoint's result.</typeparam>
    /// <param name="result">The answer to return and to replay.</param>
    /// <param name="cancellationToken">As above.</param>
    public Task<TResult> CommitAsync<TResult>(TResult result, CancellationToken cancellationToken)
        where TResult : IResult => Task.FromResult(result);

    /// <summary>Rolls back what was not committed.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
