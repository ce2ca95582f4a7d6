using Dapper;
using Npgsql;

namespace Cnaim.Identity.Keys;

internal sealed class KeyStore(NpgsqlDataSource database)
{
    /// <summary>The published keys, newest first. When none is younger than <paramref name="notBefore"/> a new one is made (told whether it is the first) and the others are published until <paramref name="othersUntil"/>.</summary>
    public async Task<IReadOnlyList<KeyRow>> LoadAsync(
        DateTimeOffset now, DateTimeOffset notBefore, DateTimeOffset othersUntil, Func<bool, KeyRow> create, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        CommandDefinition Command(string sql, object? parameters = null) => new(sql, parameters, transaction, cancellationToken: cancellationToken);

        await connection.ExecuteAsync(Command(KeySql.Lock));
        var published = Command(KeySql.Published, new { now });
        var keys = (await connection.QueryAsync<KeyRow>(published)).AsList();
        if (keys.Count == 0 || keys[0].ActivatesAt < notBefore)
        {
            var key = create(keys.Count == 0);
            await connection.ExecuteAsync(Command(KeySql.Add, key));
            await connection.ExecuteAsync(Command(KeySql.ExpireOthers, new { keyId = key.KeyId, expiresAt = othersUntil }));
            keys = (await connection.QueryAsync<KeyRow>(published)).AsList();
        }

        await transaction.CommitAsync(cancellationToken);
        return keys;
    }
}
