using System.Security.Cryptography;
using Cnaim.Data.Migrations;
using Cnaim.ServiceDefaults.Protection;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Data.Protection;

/// <summary>After a rotation, writes what is under earlier keys again under the present one, while everything serves. Ends when nothing is left; then the earlier keys can go.</summary>
internal sealed partial class ReencryptionService(
    NpgsqlDataSource database,
    FieldProtection protection,
    IEnumerable<ProtectedField> fields,
    DatabaseStart start,
    TimeProvider clock,
    ILogger<ReencryptionService> logger) : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!protection.HasPreviousKeys)
        {
            return;
        }

        await start.WaitAsync(stoppingToken);
        while (!await TryRunAsync(stoppingToken))
        {
            await Task.Delay(RetryInterval, clock, stoppingToken);
        }
    }

    /// <summary>False when another replica is at it, or the database went away.</summary>
    private async Task<bool> TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var field in fields)
            {
                if (!await TryRewriteAsync(field, cancellationToken))
                {
                    return false;
                }
            }

            return true;
        }
        catch (NpgsqlException error)
        {
            Log.Interrupted(logger, error.GetType().Name, RetryInterval.TotalSeconds);
            return false;
        }
    }

    /// <summary>Walks the table until a walk finds nothing more to write: rows that change meanwhile are met by the next walk.</summary>
    private async Task<bool> TryRewriteAsync(ProtectedField field, CancellationToken cancellationToken)
    {
        var total = 0;
        for (var last = new Walk(1, 0, null); last.Written > 0; total += last.Written)
        {
            last = new Walk(0, 0, "(0,0)");
            while (last.After is { } after)
            {
                if (await StepAsync(field, after, cancellationToken) is not { } step)
                {
                    return false;
                }

                last = new Walk(last.Written + step.Written, last.Unreadable + step.Unreadable, step.After);
            }

            if (last is { Written: 0, Unreadable: > 0 })
            {
                Log.Unreadable(logger, field.Name, last.Unreadable);
            }
        }

        Log.Done(logger, field.Name, total);
        return true;
    }

    /// <summary>One batch in one short transaction; null when another replica has the lock.</summary>
    private async Task<Walk?> StepAsync(ProtectedField field, string after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(ReencryptionSql.TryLock, transaction: transaction, cancellationToken: cancellationToken)))
        {
            return null;
        }

        var stale = (await connection.QueryAsync<StaleValue>(new CommandDefinition(
            field.Stale, new { after, header = protection.Header.ToArray() }, transaction, cancellationToken: cancellationToken))).AsList();
        var (written, unreadable) = (0, 0);
        foreach (var value in stale)
        {
            if (Renew(field, value) is { } fresh)
            {
                var parameters = new { value.Place, value.Stored, fresh };
                written += await connection.ExecuteAsync(new CommandDefinition(field.Replace, parameters, transaction, cancellationToken: cancellationToken));
            }
            else
            {
                unreadable++;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return new Walk(written, unreadable, stale.Count > 0 ? stale[^1].Place : null);
    }

    private byte[]? Renew(ProtectedField field, StaleValue value)
    {
        var context = field.ContextOf(value.Key);
        try
        {
            return protection.Protect(protection.Unprotect(value.Stored, context), context);
        }
        catch (CryptographicException)
        {
            return null; // under a key that is not configured; it is counted and left as it is
        }
    }

    private sealed record Walk(int Written, int Unreadable, string? After);

    private sealed record StaleValue
    {
        public required string Place { get; init; }

        public required string Key { get; init; }

        public required byte[] Stored { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Information, "{Field}: {Count} values were written again; all that can be opened is under the present key")]
        public static partial void Done(ILogger logger, string field, int count);

        [LoggerMessage(13, LogLevel.Error, "{Field}: {Count} values open with none of the configured keys")]
        public static partial void Unreadable(ILogger logger, string field, int count);

        [LoggerMessage(12, LogLevel.Error, "Values under earlier keys could not be written again ({Reason}); trying again in {Seconds} s")]
        public static partial void Interrupted(ILogger logger, string reason, double seconds);
    }
}
