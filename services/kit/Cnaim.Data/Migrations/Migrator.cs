using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Data.Migrations;

/// <summary>Applies what is missing, forward only, one transaction per file, one process at a time; then gives the service its rights.</summary>
internal sealed partial class Migrator(MigrationAccess access, IEnumerable<MigrationSource> sources, ILogger<Migrator> logger)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var files = MigrationFile.LoadAll(sources);
        await using var connection = new NpgsqlConnection(access.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (!access.IsSeparate && !await connection.ExecuteScalarAsync<bool>(new CommandDefinition(GrantSql.MayCreate, cancellationToken: cancellationToken)))
        {
            await RequireAllAsync(connection, files, cancellationToken);
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(MigrationSql.Lock, cancellationToken: cancellationToken));
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(MigrationSql.CreateTable, cancellationToken: cancellationToken));
            var applied = await ReadAppliedAsync(connection, cancellationToken);
            foreach (var file in files)
            {
                await ApplyAsync(connection, file, applied.GetValueOrDefault(file.Number), cancellationToken);
            }

            await GrantAsync(connection, cancellationToken);
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

    private static async Task<Dictionary<int, AppliedMigration>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<AppliedMigration>(new CommandDefinition(MigrationSql.Applied, cancellationToken: cancellationToken))).ToDictionary(row => row.Number);

    // A service whose role owns nothing waits for whoever holds the owner's secret.
    private static async Task RequireAllAsync(NpgsqlConnection connection, List<MigrationFile> files, CancellationToken cancellationToken)
    {
        var exists = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(MigrationSql.Exists, cancellationToken: cancellationToken));
        var applied = exists ? await TryReadAppliedAsync(connection, cancellationToken) : [];
        files.ForEach(file => RequireSame(file, applied.GetValueOrDefault(file.Number)));
        if (files.Find(file => !applied.ContainsKey(file.Number)) is { } missing)
        {
            throw new SchemaIncompleteException(missing.Name);
        }
    }

    // Whoever migrates at this moment has made the table and not yet given the right to read it.
    private static async Task<Dictionary<int, AppliedMigration>> TryReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAppliedAsync(connection, cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return [];
        }
    }

    private static void RequireSame(MigrationFile file, AppliedMigration? applied)
    {
        if (applied is not null && !string.Equals(applied.Checksum, file.Checksum, StringComparison.Ordinal))
        {
            throw new MigrationException($"Migration {file.Name} was applied with another content ({applied.Name}). Restore the file; changes go into a new number.");
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, MigrationFile file, AppliedMigration? applied, CancellationToken cancellationToken)
    {
        RequireSame(file, applied);
        if (applied is not null)
        {
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

    private async Task GrantAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!access.IsSeparate)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(GrantFile.Compose(sources, access), transaction: transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
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
