using Dapper;
using Npgsql;

namespace Cnaim.Identity.Staff;

internal sealed class AssignmentStore(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Assignment>> CurrentAsync(Guid staffId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Assignment>(new CommandDefinition(AssignmentSql.Current, new { staffId }, cancellationToken: cancellationToken))).AsList();
    }
}
