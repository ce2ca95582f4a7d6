using Dapper;
using Npgsql;

namespace Cnaim.Identity.Clients;

internal sealed class ClientStore(NpgsqlDataSource database)
{
    public async Task<Client?> FindAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Client>(new CommandDefinition(ClientSql.Find, new { clientId }, cancellationToken: cancellationToken));
    }

    public async Task SaveAsync(Client client, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(ClientSql.Save, client, cancellationToken: cancellationToken));
    }

    public async Task DropSandboxAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(ClientSql.DropSandbox, cancellationToken: cancellationToken));
    }
}
