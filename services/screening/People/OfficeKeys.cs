using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Protection;
using Dapper;
using Npgsql;

namespace Cnaim.Screening.People;

/// <summary>The secret of each office that makes its references of people; versioned, encrypted at rest, made when first needed.</summary>
internal sealed class OfficeKeys(NpgsqlDataSource database, FieldProtection protection)
{
    private const int SecretSize = 32;
    private const int RefLength = 26;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    // Every key is encrypted for one place in the database: context is the office's name hashed.
    private readonly ConcurrentDictionary<string, (int Version, byte[] Secret)> _keys = new(StringComparer.Ordinal);

    /// <summary>The reference of a person at an office, with the version of the key that made it.</summary>
    public async ValueTask<(string Ref, int KeyVersion)> RefAsync(string office, Guid personId, CancellationToken cancellationToken)
    {
        var key = _keys.TryGetValue(office, out var known) ? known : _keys.GetOrAdd(office, await LoadAsync(office, cancellationToken));
        return (Derive(key.Secret, personId), key.Version);
    }

    /// <summary>A reference as the audit may keep it: what somebody typed instead of one, a name for example, is not kept.</summary>
    public static string ForAudit(string reference) =>
        reference.Length is RefLength && reference.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? reference : "no-reference";

    public static string Derive(byte[] secret, Guid personId)
    {
        var hash = HMACSHA256.HashData(secret, personId.ToByteArray(bigEndian: true));
        return string.Create(RefLength, hash, static (text, bytes) =>
        {
            for (var index = 0; index < text.Length; index++)
            {
                var bit = index * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                text[index] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }

    private async Task<(int Version, byte[] Secret)> LoadAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var context = Context(office);
        var secret = protection.Protect(RandomNumberGenerator.GetBytes(SecretSize), context);
        await connection.ExecuteAsync(new CommandDefinition(PeopleSql.AddOfficeKey, new { office, secret }, cancellationToken: cancellationToken));
        var (version, stored) = await connection.QuerySingleAsync<(int, byte[])>(
            new CommandDefinition(PeopleSql.CurrentOfficeKey, new { office }, cancellationToken: cancellationToken));
        return (version, protection.Unprotect(stored, context));
    }

    public static Guid Context(string office) => new(SHA256.HashData(Encoding.UTF8.GetBytes("office-key:" + office)).AsSpan(0, 16));
}
