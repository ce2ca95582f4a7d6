using System.Data.Common;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Notices;

/// <summary>Reads, adds and ends notices; each change with its audit entry in one transaction.</summary>
internal sealed class NoticeStore(NpgsqlDataSource database, AuditTrail trail, TimeProvider clock)
{
    public Task<IReadOnlyList<Notice>> CurrentAsync(CancellationToken cancellationToken) => ReadAsync(NoticeSql.Current, cancellationToken);

    public Task<IReadOnlyList<Notice>> OpenAsync(CancellationToken cancellationToken) => ReadAsync(NoticeSql.Open, cancellationToken);

    public async Task<Notice?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Notice>(new CommandDefinition(NoticeSql.Find, new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>Adds it, or answers with what the same request has added before.</summary>
    public async Task<Decision<Notice>> AddAsync(NewNotice added, string requestKey, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (NoticeRules.Check(added, now) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await OfRequestAsync(connection, added, requestKey, cancellationToken) is { } before)
        {
            return before;
        }

        var notice = new Notice
        {
            NoticeId = Guid.CreateVersion7(now),
            Pt = added.Pt.Trim(),
            En = added.En.Trim(),
            ShownFrom = added.ShownFrom.ToUniversalTime(),
            ShownUntil = added.ShownUntil.ToUniversalTime(),
            Version = 1,
        };
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            var row = new { notice.NoticeId, notice.Pt, notice.En, notice.ShownFrom, notice.ShownUntil, requestKey, subject = actor.Subject, now };
            await connection.ExecuteAsync(new CommandDefinition(NoticeSql.Insert, row, transaction, cancellationToken: cancellationToken));
            await AuditAsync(transaction, "notice.published", notice.NoticeId, actor, cancellationToken);
            await trail.CommitAsync(transaction, cancellationToken);
            return notice;
        }
        catch (PostgresException twin) when (twin.ConstraintName is NoticeSql.OneRequest)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await OfRequestAsync(connection, added, requestKey, cancellationToken) ?? DirectoryRefusals.KeyReused;
        }
    }

    /// <summary>Ends it now; one that has ended stays as it is. Null when there is none.</summary>
    public async Task<Decision<Notice>?> EndAsync(Guid id, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.QuerySingleOrDefaultAsync<Notice>(new CommandDefinition(NoticeSql.Lock, new { id }, transaction, cancellationToken: cancellationToken)) is not { } current)
        {
            return null;
        }

        if (current.ShownUntil <= now)
        {
            return current;
        }

        if (ifMatch.CheckOptional(current.Version) is { } stale)
        {
            return stale;
        }

        await connection.ExecuteAsync(new CommandDefinition(NoticeSql.End, new { id, subject = actor.Subject, now }, transaction, cancellationToken: cancellationToken));
        await AuditAsync(transaction, "notice.ended", id, actor, cancellationToken);
        await trail.CommitAsync(transaction, cancellationToken);
        return current with { ShownUntil = current.ShownFrom > now ? current.ShownFrom : now, Version = current.Version + 1 };
    }

    private async Task<IReadOnlyList<Notice>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Notice>(new CommandDefinition(sql, new { now = clock.GetUtcNow() }, cancellationToken: cancellationToken))];
    }

    private static async Task<Decision<Notice>?> OfRequestAsync(NpgsqlConnection connection, NewNotice added, string requestKey, CancellationToken cancellationToken)
    {
        var known = await connection.QuerySingleOrDefaultAsync<Notice>(new CommandDefinition(NoticeSql.OfRequest, new { requestKey }, cancellationToken: cancellationToken));
        return known switch
        {
            null => null,
            _ when (known.Pt, known.En) == (added.Pt.Trim(), added.En.Trim()) => known,
            _ => DirectoryRefusals.KeyReused,
        };
    }

    private static Task AuditAsync(DbTransaction transaction, string action, Guid id, Actor actor, CancellationToken cancellationToken) =>
        AuditTrail.AddAsync(transaction, new AuditEntry { Action = action, RecordKind = "notice", RecordId = id.ToString(), Actor = actor }, cancellationToken);
}
