using Dapper;
using Npgsql;

namespace Cnaim.Directory.Candidates;

internal sealed class CandidateStore(NpgsqlDataSource database)
{
    /// <summary>The office of a request or of an office's own code; null when there is none.</summary>
    public async Task<string?> OfficeOfAsync(string request, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(CandidateSql.Office, new { request }, cancellationToken: cancellationToken));
    }

    public async Task<bool> HasAreaAsync(string area, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(CandidateSql.AreaExists, new { area }, cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<Candidate>> ListAsync(string office, string area, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Candidate>(new CommandDefinition(CandidateSql.List, new { office, area }, cancellationToken: cancellationToken));
        return rows.AsList();
    }
}
