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

    /// <summary>Notes that an assertion was shown; false when it was before.</summary>
    public async Task<bool> TryUseAssertionAsync(string clientId, byte[] digest, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new { clientId, digest, expiresAt, now };
        return await connection.ExecuteAsync(new CommandDefinition(ClientSql.UseAssertion, parameters, cancellationToken: cancellationToken)) == 1;
    }

    public async Task DropSandboxAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(ClientSql.DropSandbox, new { partners = Client.SandboxPartners.Keys.ToArray() }, cancellationToken: cancellationToken));
    }
}
