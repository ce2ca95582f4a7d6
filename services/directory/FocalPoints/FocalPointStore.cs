using System.Data.Common;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.FocalPoints;

/// <summary>Reads, adds and ends focal points; each change with its audit entry in one transaction.</summary>
internal sealed class FocalPointStore(NpgsqlDataSource database, AuditTrail trail, TimeProvider clock)
{
    public async Task<IReadOnlyList<FocalPoint>> ListAsync(string? centre, string? office, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<FocalPoint>(new CommandDefinition(FocalPointSql.List, new { centre, office }, cancellationToken: cancellationToken))];
    }

    public async Task<FocalPoint?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<FocalPoint>(new CommandDefinition(FocalPointSql.Find, new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>Adds it, or answers with what the same request has added before.</summary>
    public async Task<Decision<FocalPoint>> AddAsync(NewFocalPoint added, string requestKey, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await OfRequestAsync(connection, added, requestKey, cancellationToken) is { } before)
        {
            return before;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var point = new FocalPoint
        {
            FocalPointId = Guid.CreateVersion7(now),
            Centre = added.Centre,
            Office = added.Office,
            Holder = added.Holder,
            ValidFrom = added.ValidFrom,
            ValidTo = added.ValidTo,
            Version = 1,
        };
        try
        {
            if (await TodayAsync(transaction, added.Centre, added.Office, cancellationToken) is null)
            {
                return DirectoryRefusals.FocalPointOffice;
            }

            var row = new { point.FocalPointId, point.Centre, point.Office, point.Holder, point.ValidFrom, point.ValidTo, requestKey, subject = actor.Subject, now };
            await connection.ExecuteAsync(new CommandDefinition(FocalPointSql.Insert, row, transaction, cancellationToken: cancellationToken));
            await AuditAsync(transaction, "focal-point.added", point, actor, cancellationToken);
            await trail.CommitAsync(transaction, cancellationToken);
            return point;
        }
        catch (PostgresException twin) when (twin.ConstraintName is FocalPointSql.OneAtATime or FocalPointSql.OneRequest)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await OfRequestAsync(connection, added, requestKey, cancellationToken) ?? DirectoryRefusals.FocalPointOverlaps;
        }
    }

    /// <summary>Ends it; a second end on the same day changes nothing.</summary>
    public async Task<Decision<FocalPoint>> EndAsync(FocalPoint seen, DateOnly lastDay, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var current = await connection.QuerySingleAsync<FocalPoint>(new CommandDefinition(FocalPointSql.Lock, new { id = seen.FocalPointId }, transaction, cancellationToken: cancellationToken));
        if (current.ValidTo == lastDay)
        {
            return current;
        }

        // An office that is gone from the documents is ended by the day of the network's own zone.
        var today = await TodayAsync(transaction, current.Centre, current.Office, cancellationToken) ?? DateOnly.FromDateTime(now.UtcDateTime);
        if ((ifMatch.CheckRequired(current.Version) ?? FocalPointRules.CheckEnd(current, lastDay, today)) is { } refusal)
        {
            return refusal;
        }

        var ended = current with { ValidTo = lastDay, Version = current.Version + 1 };
        var row = new { id = current.FocalPointId, lastDay, subject = actor.Subject, now };
        await connection.ExecuteAsync(new CommandDefinition(FocalPointSql.End, row, transaction, cancellationToken: cancellationToken));
        await AuditAsync(transaction, "focal-point.ended", ended, actor, cancellationToken);
        await trail.CommitAsync(transaction, cancellationToken);
        return ended;
    }

    private static async Task<Decision<FocalPoint>?> OfRequestAsync(NpgsqlConnection connection, NewFocalPoint added, string requestKey, CancellationToken cancellationToken)
    {
        var known = await connection.QuerySingleOrDefaultAsync<FocalPoint>(new CommandDefinition(FocalPointSql.OfRequest, new { requestKey }, cancellationToken: cancellationToken));
        return known switch
        {
            null => null,
            _ when (known.Centre, known.Office, known.Holder, known.ValidFrom) == (added.Centre, added.Office, added.Holder, added.ValidFrom) => known,
            _ => DirectoryRefusals.KeyReused,
        };
    }

    private async Task<DateOnly?> TodayAsync(DbTransaction transaction, string centre, string office, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteScalarAsync<DateOnly?>(new CommandDefinition(FocalPointSql.Today, new { centre, office, now = clock.GetUtcNow() }, transaction, cancellationToken: cancellationToken));

    private static Task AuditAsync(DbTransaction transaction, string action, FocalPoint point, Actor actor, CancellationToken cancellationToken) => AuditTrail.AddAsync(
        transaction,
        new AuditEntry
        {
            Action = action,
            RecordKind = "focal-point",
            RecordId = point.FocalPointId.ToString(),
            Actor = actor,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["centre"] = point.Centre,
                ["office"] = point.Office,
                ["validFrom"] = point.ValidFrom.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["validTo"] = point.ValidTo?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            },
        },
        cancellationToken);
}
