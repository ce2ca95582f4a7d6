using Npgsql;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>Reads both databases by SQL of its own and compares sets of ids, not totals.</summary>
internal sealed class DeliveryCheck(string senderDatabase, string receiverDatabase, string receiver)
{
    public async Task<DeliveryCount> CountAsync(IReadOnlyCollection<Guid> accepted, CancellationToken cancellationToken)
    {
        // In this order: a draft that goes out meanwhile is neither lost nor a ghost.
        var drafts = await IdsAsync(senderDatabase, DeliverySql.Drafts, cancellationToken);
        var received = await ReadAsync(receiverDatabase, DeliverySql.Received, null, row => (Id: row.GetGuid(0), Times: row.GetInt64(1)), cancellationToken);
        var sent = await IdsAsync(senderDatabase, DeliverySql.Sent, cancellationToken);
        var applied = received.Select(row => row.Id).ToHashSet();
        return new DeliveryCount(
            accepted.Count,
            accepted.Count(id => !applied.Contains(id) && !drafts.Contains(id)),
            received.Count(row => row.Times > 1),
            applied.Count(id => !sent.Contains(id)),
            drafts.Count);
    }

    /// <summary>Milliseconds from the commit at the sender to the commit at the receiver, by referral.</summary>
    public async Task<IReadOnlyDictionary<Guid, (double Milliseconds, DateTime CommittedAt)>> CommitToCommitAsync(DateTime since, CancellationToken cancellationToken)
    {
        var sent = await ReadAsync(senderDatabase, DeliverySql.SentCommits, since, row => (Message: row.GetGuid(0), Referral: row.GetGuid(1), At: row.GetDateTime(2)), cancellationToken);
        var received = (await ReadAsync(receiverDatabase, DeliverySql.ReceivedCommits, since, row => (Message: row.GetGuid(0), At: row.GetDateTime(1)), cancellationToken))
            .ToDictionary(row => row.Message, row => row.At);
        return sent.Where(row => received.ContainsKey(row.Message))
            .ToDictionary(row => row.Referral, row => ((received[row.Message] - row.At).TotalMilliseconds, received[row.Message]));
    }

    public async Task<long> WaitingAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(senderDatabase, DeliverySql.Waiting, null, row => row.GetInt64(0), cancellationToken))[0];

    private async Task<HashSet<Guid>> IdsAsync(string database, string sql, CancellationToken cancellationToken) =>
        [.. await ReadAsync(database, sql, null, row => row.GetGuid(0), cancellationToken)];

    private async Task<List<TRow>> ReadAsync<TRow>(string database, string sql, DateTime? since, Func<NpgsqlDataReader, TRow> read, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        if (sql.Contains("@receiver", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("receiver", receiver);
        }

        if (since is not null)
        {
            command.Parameters.AddWithValue("since", since.Value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
