using Dapper;
using Npgsql;

namespace Cnaim.Directory.Municipalities;

internal sealed class MunicipalityStore(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Municipality>> ListAsync(string? after, int? limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Municipality>(new CommandDefinition(MunicipalitySql.List, new { after, limit }, cancellationToken: cancellationToken));
        return rows.AsList();
    }
}
