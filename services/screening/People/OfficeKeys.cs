using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Protection;
using Dapper;
using Npgsql;

namespace Cnaim.Screening.People;

/// <summary>The secret of each office that makes its references of people; versioned, encrypted at rest, made when first needed.</summary>
internal sealed class OfficeKeys(NpgsqlDataSource database, FieldProtection protection, TimeProvider clock)
{
    /// <summary>How long another replica's rotation may go unseen: until then new people get references of the key before, which work as well.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    private const int SecretSize = 32;
    private const int RefLength = 26;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    // Every key is encrypted for one place in the database: context is the office's name hashed.
    private readonly ConcurrentDictionary<string, (int Version, byte[] Secret, DateTimeOffset ReadAt)> _keys = new(StringComparer.Ordinal);

    /// <summary>The reference of a person at an office, with the version of the key that made it.</summary>
    public async ValueTask<(string Ref, int KeyVersion)> RefAsync(string office, Guid personId, CancellationToken cancellationToken)
    {
        if (!_keys.TryGetValue(office, out var key) || clock.GetUtcNow() - key.ReadAt > Fresh)
        {
            _keys[office] = key = await LoadAsync(office, cancellationToken);
        }

        return (Derive(key.Secret, personId), key.Version);
    }

    /// <summary>A new key: people whom the office does not know yet get references of it; those it knows keep theirs until they are issued again.</summary>
    /// <returns>The new key's version.</returns>
    public async Task<int> RotateAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var secret = protection.Protect(RandomNumberGenerator.GetBytes(SecretSize), Context(office));
        var version = await connection.ExecuteScalarAsync<int>(new CommandDefinition(PeopleSql.NextOfficeKey, new { office, secret }, cancellationToken: cancellationToken));
        _keys.TryRemove(office, out _);
        return version;
    }

    /// <summary>Gives everybody whom the office knows a reference of the present key beside the earlier ones, in batches; goes on where it stopped when repeated.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReissueAsync(string office, CancellationToken cancellationToken)
    {
        var key = _keys[office] = await LoadAsync(office, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        for (var count = 0; ;)
        {
            var people = (await connection.QueryAsync<Guid>(new CommandDefinition(PeopleSql.WithoutRef, new { office, key.Version }, cancellationToken: cancellationToken))).ToArray();
            if (people.Length is 0)
            {
                return count;
            }

            var refs = Array.ConvertAll(people, person => Derive(key.Secret, person));
            count += await connection.ExecuteAsync(new CommandDefinition(PeopleSql.Reissue, new { office, key.Version, refs, people }, cancellationToken: cancellationToken));
        }
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

    private async Task<(int Version, byte[] Secret, DateTimeOffset ReadAt)> LoadAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var context = Context(office);
        var secret = protection.Protect(RandomNumberGenerator.GetBytes(SecretSize), context);
        await connection.ExecuteAsync(new CommandDefinition(PeopleSql.AddOfficeKey, new { office, secret }, cancellationToken: cancellationToken));
        var (version, stored) = await connection.QuerySingleAsync<(int, byte[])>(
            new CommandDefinition(PeopleSql.CurrentOfficeKey, new { office }, cancellationToken: cancellationToken));
        return (version, protection.Unprotect(stored, context), clock.GetUtcNow());
    }

    public static Guid Context(string office) => new(SHA256.HashData(Encoding.UTF8.GetBytes("office-key:" + office)).AsSpan(0, 16));
}
