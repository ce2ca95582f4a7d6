using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Protection;
using Dapper;
using Npgsql;

namespace Cnaim.Screening.Identifiers;

/// <summary>The keyed hash by which an identifier is found again: whoever has the table alone cannot try numbers against it.</summary>
internal sealed class IdentifierHashes(NpgsqlDataSource database, FieldProtection protection)
{
    private const int SecretSize = 32;

    private byte[]? _secret;

    public async ValueTask<byte[]> HashAsync(CheckedIdentifier identifier, CancellationToken cancellationToken)
    {
        _secret ??= await LoadAsync(cancellationToken);
        return HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{identifier.Type.Code}\n{identifier.Country}\n{identifier.Value}"));
    }

    public static Guid Context(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes("identifier-key:" + key)).AsSpan(0, 16));

    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var secret = protection.Protect(RandomNumberGenerator.GetBytes(SecretSize), Context("1"));
        await connection.ExecuteAsync(new CommandDefinition(IdentifierSql.AddKey, new { secret }, cancellationToken: cancellationToken));
        var stored = await connection.QuerySingleAsync<byte[]>(new CommandDefinition(IdentifierSql.Key, cancellationToken: cancellationToken));
        return protection.Unprotect(stored, Context("1"));
    }
}
