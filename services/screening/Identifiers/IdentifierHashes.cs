using System.Security.Cryptography;
using System.Text;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Protection;
using Dapper;

namespace Cnaim.Screening.Identifiers;

/// <summary>
/// The keyed hash by which an identifier is found again: whoever has the table alone cannot try numbers against it.
/// A transaction that hashes holds the secret until it ends, so that no number is kept or sought under a secret that a rotation has replaced.
/// </summary>
internal sealed class IdentifierHashes(OfficeTransaction transaction, FieldProtection protection)
{
    private const int SecretSize = 32;

    private byte[]? _secret;

    public async ValueTask<byte[]> HashAsync(CheckedIdentifier identifier, CancellationToken cancellationToken)
    {
        _secret ??= await ReadAsync(IdentifierSql.HoldKey, cancellationToken);
        return Hash(_secret, identifier.Type.Code, identifier.Country, identifier.Value);
    }

    /// <summary>A new secret, and every number hashed again with it, in this transaction; who needs a hash waits until it ends.</summary>
    /// <returns>How many numbers.</returns>
    public async Task<int> RotateAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(IdentifierSql.LockKey, cancellationToken);
        var secret = RandomNumberGenerator.GetBytes(SecretSize);
        await transaction.Connection.ExecuteAsync(transaction.Command(IdentifierSql.NewKey, new { secret = protection.Protect(secret, Context("1")) }, cancellationToken));
        for (var (count, after) = (0, Guid.Empty); ;)
        {
            var rows = (await transaction.Connection.QueryAsync<IdentifierRow>(transaction.Command(IdentifierSql.Next, new { after }, cancellationToken))).ToArray();
            if (rows.Length is 0)
            {
                return count;
            }

            var ids = Array.ConvertAll(rows, row => row.IdentifierId);
            var hashes = Array.ConvertAll(rows, row => Hash(secret, row.Type, row.Country, IdentifierContent.Open(row, protection).Value));
            count += await transaction.Connection.ExecuteAsync(transaction.Command(IdentifierSql.HashAgain, new { ids, hashes }, cancellationToken));
            after = ids[^1];
        }
    }

    public static Guid Context(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes("identifier-key:" + key)).AsSpan(0, 16));

    private static byte[] Hash(byte[] secret, string type, string country, string value) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{type}\n{country}\n{value}"));

    private async Task<byte[]> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        if (await transaction.Connection.QuerySingleOrDefaultAsync<byte[]>(transaction.Command(sql, null, cancellationToken)) is not { } stored)
        {
            var secret = protection.Protect(RandomNumberGenerator.GetBytes(SecretSize), Context("1"));
            await transaction.Connection.ExecuteAsync(transaction.Command(IdentifierSql.AddKey, new { secret }, cancellationToken));
            stored = await transaction.Connection.QuerySingleAsync<byte[]>(transaction.Command(sql, null, cancellationToken));
        }

        return protection.Unprotect(stored, Context("1"));
    }
}
