using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cnaim.ServiceDefaults.Protection;
using Dapper;
using Npgsql;

namespace Cnaim.Gateway.Counter.Kept;

/// <summary>Keeps what somebody typed for some minutes, under an id that cannot be guessed and that opens for nobody else.</summary>
internal sealed class KeptForms(NpgsqlDataSource database, FieldProtection protection, TimeProvider clock)
{
    public async Task<Guid> KeepAsync<T>(string owner, T content, TimeSpan life, CancellationToken cancellationToken)
        where T : class
    {
        var id = Guid.NewGuid();
        var parameters = new { id, content = protection.Protect(JsonSerializer.SerializeToUtf8Bytes(content), ContextOf<T>(id, owner)), expiresAt = clock.GetUtcNow() + life };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(KeptFormSql.Add, parameters, cancellationToken: cancellationToken));
        return id;
    }

    /// <summary>Null when there is no such form, when its time is over, and when it is somebody else's or of another kind.</summary>
    public async Task<T?> FindAsync<T>(Guid id, string owner, CancellationToken cancellationToken)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var content = await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(KeptFormSql.Find, new { id, now = clock.GetUtcNow() }, cancellationToken: cancellationToken));
        try
        {
            return content is null ? null : JsonSerializer.Deserialize<T>(protection.Unprotect(content, ContextOf<T>(id, owner)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(KeptFormSql.Sweep, new { now = clock.GetUtcNow() }, cancellationToken: cancellationToken));
    }

    // The owner is in no column: what is stored does not even tell whose it is.
    private static byte[] ContextOf<T>(Guid id, string owner) => Encoding.UTF8.GetBytes($"{id:N}\n{typeof(T).Name}\n{owner}");
}
