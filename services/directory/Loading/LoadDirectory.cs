using Cnaim.Directory.Hsds;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Directory.Loading;

/// <summary>Replaces the directory by the documents in one transaction; unchanged documents are left alone, and readers never see a half of it.</summary>
internal sealed class LoadDirectory(NpgsqlDataSource database, IOptions<LoadingOptions> options, DirectoryVersion version, TimeProvider clock)
{
    /// <summary>Loads when needed.</summary>
    /// <returns>True when something was written.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var documents = await ReferenceDocuments.ReadAsync(options.Value.Folder, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        CommandDefinition Command(string sql, object? parameters = null) => new(sql, parameters, transaction, cancellationToken: cancellationToken);

        await connection.ExecuteAsync(Command(LoadSql.Lock));
        var loaded = await connection.ExecuteScalarAsync<string?>(Command(LoadSql.Checksum));
        var isNew = !string.Equals(loaded, documents.Checksum, StringComparison.Ordinal);
        if (isNew)
        {
            await connection.ExecuteAsync(Command(LoadSql.Clear));
            await connection.ExecuteAsync(Command(LoadSql.Municipality, MunicipalityMap.Rows(documents)));
            await connection.ExecuteAsync(Command(LoadSql.Office, OfficeMap.Offices(documents)));
            await connection.ExecuteAsync(Command(LoadSql.OfficeRequest, OfficeMap.Requests(documents)));
            await connection.ExecuteAsync(Command(LoadSql.Centre, CentreMap.Centres(documents)));
            await connection.ExecuteAsync(Command(LoadSql.OfficeAtCentre, CentreMap.Offices(documents)));
            await connection.ExecuteAsync(Command(LoadSql.Deadline, DeadlineMap.Rows(documents)));
            await connection.ExecuteAsync(Command(LoadSql.HsdsResource, HsdsMap.Rows(documents)));
            await connection.ExecuteAsync(Command(LoadSql.SaveChecksum, new { documents.Checksum, now = clock.GetUtcNow() }));
        }

        await transaction.CommitAsync(cancellationToken);
        version.Current = documents.Checksum;
        return isNew;
    }
}
