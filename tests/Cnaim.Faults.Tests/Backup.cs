using System.Diagnostics;
using Cnaim.Servers;
using Npgsql;

namespace Cnaim.Faults.Tests;

/// <summary>The state of an office's database at a moment, by <c>pg_dump</c>.</summary>
internal sealed class Backup
{
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly string _file;

    private Backup(string database, string file) => (_database, _file) = (new NpgsqlConnectionStringBuilder(database), file);

    public static async Task<Backup> TakeAsync(FaultOffice office)
    {
        var backup = new Backup(office.Database, Path.Combine(office.Folder, $"{office.Code}.dump"));
        await backup.RunAsync("pg_dump", "--format=custom", "--file=" + backup._file, "--dbname=" + backup._database.Database);
        return backup;
    }

    /// <summary>Puts the database back; whoever is connected is cut off.</summary>
    public async Task RestoreAsync()
    {
        var admin = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = "postgres", Pooling = false };
        await using (var connection = new NpgsqlConnection(admin.ConnectionString))
        {
            await connection.OpenAsync();
            foreach (var sql in (string[])[$"DROP DATABASE {_database.Database} WITH (FORCE)", $"CREATE DATABASE {_database.Database} TEMPLATE template0"])
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
            }
        }

        // In one transaction, so that rows of one transaction still carry the same xmin.
        await RunAsync("pg_restore", "--single-transaction", "--dbname=" + _database.Database, _file);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(PostgresBinaries.Require(), program), arguments) { UseShellExecute = false, RedirectStandardError = true };
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (_database.Host, _database.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (_database.Username, _database.Password);
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }
}
