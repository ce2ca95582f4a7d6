using Cnaim.Messaging.Auditing;
using Cnaim.Messaging.Faults;
using Cnaim.ServiceDefaults.Problems;
using Npgsql;

namespace Cnaim.Messaging.Outbox;

/// <summary>A transaction and the writes collected for it. Nothing is sent before it must be: a session that never began commits in one round trip.</summary>
internal sealed class WriteSession(NpgsqlDataSource database, OutboxSignal signal, AuditSignal audited, SealState seals, MessagingService service) : IAsyncDisposable
{
    private readonly List<NpgsqlBatchCommand> _writes = [];
    private readonly List<OutgoingMessage> _messages = [];
    private readonly List<AuditEntry> _audits = [];
    private readonly List<Action> _afterCommit = [];
    private bool _hasMessages;
    private bool _hasAudits;

    public NpgsqlConnection? Connection { get; private set; }

    public bool IsBegun { get; private set; }

    public void Add(NpgsqlBatchCommand write) => _writes.Add(write);

    public void AddFirst(NpgsqlBatchCommand write) => _writes.Insert(0, write);

    public void Add(OutgoingMessage message) => _messages.Add(message);

    public void Add(AuditEntry audit) => _audits.Add(audit);

    /// <summary>Runs something, such as a count, when the transaction has committed, and never when it has not.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public void WakeRelayAfterCommit() => _hasMessages = true;

    /// <summary>Begins when necessary and sends the collected writes.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (IsBegun && _writes.Count == 0)
        {
            return;
        }

        Connection ??= await database.OpenConnectionAsync(cancellationToken);
        await using var batch = Connection.CreateBatch();
        if (!IsBegun)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
            IsBegun = true;
        }

        MoveWrites(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        Fault.Hit("write.after-insert");
    }

    /// <summary>Begins with the statements that the caller adds to the batch and executes: the inbox reads and locks in this round trip.</summary>
    public async Task<NpgsqlBatch> CreateBeginningAsync(CancellationToken cancellationToken)
    {
        Connection ??= await database.OpenConnectionAsync(cancellationToken);
        var batch = Connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        IsBegun = true;
        return batch;
    }

    /// <summary>Moves the collected messages and audit entries of one handler to the writes, so that the next handler's stay apart.</summary>
    public void Seal()
    {
        _hasMessages |= _messages.Count > 0;
        // Every message has an entry.
        _hasAudits |= _messages.Count + _audits.Count > 0;
        _writes.AddRange(OutboxStatements.Build(service.Code, _messages, _audits));
        _messages.Clear();
        _audits.Clear();
    }

    /// <summary>Sends everything with the COMMIT: one round trip, which is the whole transaction when nothing was begun.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        Seal();
        if (!IsBegun && _writes.Count == 0)
        {
            return;
        }

        RequireProof();
#if SABOTAGE
        var torn = await TornWrites.TakeAsync(_writes, database, cancellationToken);
#endif
        Connection ??= await database.OpenConnectionAsync(cancellationToken);
        await using var batch = Connection.CreateBatch();
        MoveWrites(batch);
        if (IsBegun)
        {
            // COMMIT of a failed transaction answers ROLLBACK without an error; any statement before it raises one.
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT 1"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        }

        Fault.Hit("write.before-commit");
        await batch.ExecuteNonQueryAsync(cancellationToken);
        IsBegun = false;
        Fault.Hit("write.after-commit");
        await ReleaseAsync();
#if SABOTAGE
        await TornWrites.SendAsync(torn, database, cancellationToken);
#endif
        Tell();
    }

    public async Task RollbackAsync()
    {
        _writes.Clear();
        _messages.Clear();
        _audits.Clear();
        _afterCommit.Clear();
        (_hasMessages, _hasAudits) = (false, false);
        IsBegun = false;
        await ReleaseAsync();
    }

    public async ValueTask DisposeAsync() => await RollbackAsync();

    private void RequireProof()
    {
        if (_hasAudits && seals.IsOverdue)
        {
            throw new RefusalException(AuditRefusals.NotSealed);
        }
    }

    private void Tell()
    {
        _afterCommit.ForEach(action => action());
        _afterCommit.Clear();
        if (_hasAudits)
        {
            audited.Set();
        }

        if (_hasMessages)
        {
            signal.Set();
        }
    }

    private void MoveWrites(NpgsqlBatch batch)
    {
        foreach (var write in _writes)
        {
            batch.BatchCommands.Add(write);
        }

        _writes.Clear();
    }

    // The pool rolls back an open transaction before it hands the session out again.
    private async ValueTask ReleaseAsync()
    {
        if (Connection is { } connection)
        {
            Connection = null;
            await connection.DisposeAsync();
        }
    }
}
