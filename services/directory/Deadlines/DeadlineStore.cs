using Dapper;
using Npgsql;

namespace Cnaim.Directory.Deadlines;

internal sealed class DeadlineStore(NpgsqlDataSource database)
{
    public Task<IReadOnlyList<Deadline>> ListAsync(CancellationToken cancellationToken) => QueryAsync(DeadlineSql.List, null, cancellationToken);

    /// <summary>The row that counts for each priority.</summary>
    public Task<IReadOnlyList<Deadline>> EffectiveAsync(string office, string? request, CancellationToken cancellationToken) =>
        QueryAsync(DeadlineSql.Effective, new { office, request }, cancellationToken);

    private async Task<IReadOnlyList<Deadline>> QueryAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new Deadline(
            row.Office, row.Request, row.Priority, new Span(row.AcknowledgeAmount, row.AcknowledgeUnit), new Span(row.ResolveAmount, row.ResolveUnit), row.Assumed))];
    }

    private sealed record Row
    {
        public string? Office { get; init; }

        public string? Request { get; init; }

        public required string Priority { get; init; }

        public int AcknowledgeAmount { get; init; }

        public required string AcknowledgeUnit { get; init; }

        public int ResolveAmount { get; init; }

        public required string ResolveUnit { get; init; }

        public bool Assumed { get; init; }
    }
}
