using System.Data.Common;
using System.Security.Cryptography;
using Cnaim.Identity.Audit;
using Cnaim.Identity.Clients.Changes;
using Cnaim.Identity.RightsFeed;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Cnaim.Identity.Clients.Own;

/// <summary>What a partner's developer may do to the client: ask for a key, which an administrator lets count; remove one at once; in the sandbox, make a secret.</summary>
internal sealed class ChangeOwnClient(NpgsqlDataSource database, IdentityMode mode, RightsChanges changes, AuditSignal audited, TimeProvider clock)
{
    private const int SecretBytes = 32;

    public async Task<Decision<ClientChange>> AddKeyAsync(NewOwnKey asked, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(transaction, actor, cancellationToken) is not { } client)
        {
            return CommonRefusals.NotFound;
        }

        if (asked.Reason.Length is < 3 or > 500 || OwnKeys.With(client.PublicKeys, asked.PublicKey) is not { } keys || !ClientChangeRules.AreKeys(keys))
        {
            return ClientRefusals.InvalidKey;
        }

        if (await connection.QueryFirstOrDefaultAsync<ClientChange>(Command(transaction, OwnClientSql.Waiting, new { client.ClientId }, cancellationToken)) is not null)
        {
            return ClientRefusals.Waiting;
        }

        var change = new ClientChange
        {
            ChangeId = Guid.CreateVersion7(clock.GetUtcNow()),
            Kind = ClientChange.Keys,
            ClientId = client.ClientId,
            Office = client.Office,
            Centre = client.Centre,
            Scopes = client.Scopes,
            PublicKeys = keys,
            Reason = asked.Reason,
            RequestedBy = actor.Subject,
            RequestedAt = clock.GetUtcNow(),
        };
        await connection.ExecuteAsync(Command(transaction, ClientChangeSql.Insert, change, cancellationToken));
        await transaction.AuditAsync(actor, "client-change.requested", "client-change", change.ChangeId.ToString(), new { change.Kind, change.ClientId }, cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
        return change;
    }

    /// <summary>A key that may be known to others must not wait for anybody.</summary>
    public async Task<Refusal?> RemoveKeyAsync(string keyId, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(transaction, actor, cancellationToken) is not { } client || OwnKeys.Without(client.PublicKeys, keyId) is not { } keys)
        {
            return ClientRefusals.NoKey;
        }

        await connection.ExecuteAsync(Command(transaction, ClientChangeSql.Keys, new { client.ClientId, PublicKeys = keys }, cancellationToken));
        await connection.ExecuteAsync(Command(transaction, OwnClientSql.DropWaiting, new { client.ClientId, subject = actor.Subject, now = clock.GetUtcNow() }, cancellationToken));
        await FinishAsync(transaction, client, actor, "client.key-removed", new { keyId }, cancellationToken);
        return null;
    }

    public async Task<Decision<NewSecret>> NewSecretAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!mode.IsSandbox)
        {
            return ClientRefusals.NoSecretHere;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(transaction, actor, cancellationToken) is not { } client)
        {
            return CommonRefusals.NotFound;
        }

        var (secret, salt) = (Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(SecretBytes)), ClientSecret.NewSalt());
        var parameters = new { client.ClientId, salt, hash = ClientSecret.Hash(secret, salt, ClientSecret.Iterations), iterations = ClientSecret.Iterations, now = clock.GetUtcNow() };
        await connection.ExecuteAsync(Command(transaction, OwnClientSql.Secret, parameters, cancellationToken));
        await FinishAsync(transaction, client, actor, "client.secret-changed", detail: null, cancellationToken);
        return new NewSecret(secret);
    }

    private static Task<Client?> LockAsync(DbTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Client>(Command(transaction, OwnClientSql.Lock, new { clientId = actor.PartnerClient }, cancellationToken));

    private async Task FinishAsync(DbTransaction transaction, Client client, Actor actor, string action, object? detail, CancellationToken cancellationToken)
    {
        await transaction.AuditAsync(actor, action, "client", client.ClientId, detail, cancellationToken);
        await RightsChanges.AddAsync(transaction, client.ClientId, cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
        changes.Signal();
    }

    private static CommandDefinition Command(DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
