using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Data.Migrations;

/// <summary>Applies what is missing, forward only, one transaction per file, one process at a time.</summary>
internal sealed partial class Migrator(NpgsqlDataSource database, IEnumerable<MigrationSource> sources, ILogger<Migrator> logger)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var files = MigrationFile.LoadAll(sources);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(MigrationSql.Lock, cancellationToken: cancellationToken));
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(MigrationSql.CreateTable, cancellationToken: cancellationToken));
            var applied = (await connection.QueryAsync<AppliedMigration>(new CommandDefinition(MigrationSql.Applied, cancellationToken: cancellationToken)))
                .ToDictionary(row => row.Number);
            foreach (var file in files)
            {
                await ApplyAsync(connection, file, applied.GetValueOrDefault(file.Number), cancellationToken);
            }
        }
        finally
        {
            // The pool keeps sessions, so the lock is given back by hand; a broken session has lost it anyway.
            if (connection.FullState == System.Data.ConnectionState.Open)
            {
                await connection.ExecuteAsync(MigrationSql.Unlock);
            }
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, MigrationFile file, AppliedMigration? applied, CancellationToken cancellationToken)
    {
        if (applied is not null)
        {
            if (!string.Equals(applied.Checksum, file.Checksum, StringComparison.Ordinal))
            {
                throw new MigrationException($"Migration {file.Name} was applied with another content ({applied.Name}). Restore the file; changes go into a new number.");
            }

            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(file.Sql, transaction: transaction, cancellationToken: cancellationToken));
        }
        catch (PostgresException exception) when (!exception.IsDatabaseAway())
        {
            throw new MigrationException($"Migration {file.Name} failed: {exception.MessageText}", exception);
        }

        await connection.ExecuteAsync(new CommandDefinition(MigrationSql.Insert, file, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        Log.Applied(logger, file.Name);
    }

    internal sealed record AppliedMigration
    {
        public required int Number { get; init; }

        public required string Name { get; init; }

        public required string Checksum { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Applied migration {File}")]
        public static partial void Applied(ILogger logger, string file);
    }
}
