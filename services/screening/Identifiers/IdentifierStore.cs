using System.Text.Json;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Protection;
using Dapper;

namespace Cnaim.Screening.Identifiers;

/// <summary>Numbers of people, encrypted; inside the transaction of the call.</summary>
internal sealed class IdentifierStore(OfficeTransaction transaction, FieldProtection protection, TimeProvider clock)
{
    /// <summary>Null when the office has this number of this person already.</summary>
    public async Task<IdentifierRow?> AddAsync(Guid personId, CheckedIdentifier identifier, byte[] hash, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var content = protection.Protect(JsonSerializer.SerializeToUtf8Bytes(new IdentifierContent(identifier.Value, identifier.Override)), id);
        var row = new IdentifierRow { IdentifierId = id, Type = identifier.Type.Code, Country = identifier.Country, Content = content, ValueHash = hash, RecordedAt = now };
        var parameters = new { row.IdentifierId, personId, office = actor.Office, row.Type, row.Country, content, row.ValueHash, recordedBy = actor.Subject, now };
        return await transaction.Connection.ExecuteAsync(transaction.Command(IdentifierSql.Insert, parameters, cancellationToken)) is 1 ? row : null;
    }

    public async Task<IReadOnlyList<IdentifierRow>> OfPersonAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<IdentifierRow>(transaction.Command(IdentifierSql.OfPerson, new { personId, office = actor.Office }, cancellationToken))];

    /// <summary>False when the office has no such number of this person.</summary>
    public async Task<bool> RemoveAsync(Guid identifierId, Guid personId, Actor actor, CancellationToken cancellationToken) =>
        await transaction.Connection.ExecuteAsync(transaction.Command(IdentifierSql.Remove, new { identifierId, personId, office = actor.Office }, cancellationToken)) is 1;

    /// <summary>The person's new version.</summary>
    public Task<long> TouchAsync(Guid personId, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(IdentifierSql.Touch, new { personId, now = clock.GetUtcNow() }, cancellationToken));

    public IdentifierContent Open(IdentifierRow row) => IdentifierContent.Open(row, protection);
}
