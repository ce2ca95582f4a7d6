using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Cnaim.Benchmarks.Costs;
using Cnaim.Benchmarks.Setup;
using Npgsql;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>The services' own tables in a database of its own, filled by pgbench with the same rows in one statement.</summary>
internal sealed partial class RawDatabase(BenchPlatform platform, TimeSpan duration)
{
    private const string Name = "floor";
    private const int Clients = 8;

    public static string Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin"
        : "/usr/bin";

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(platform.Admin, ["DROP DATABASE IF EXISTS floor", "CREATE DATABASE floor"], cancellationToken);
        var partition = """
            CREATE TABLE messaging.inbox_floor PARTITION OF messaging.inbox DEFAULT
            """;
        await ExecuteAsync(ConnectionString, [.. Schema("Cnaim.Messaging"), .. Schema("Cnaim.OfficeKit"), partition], cancellationToken);
    }

    /// <summary>Transactions a second of one script.</summary>
    public async Task<double> MeasureAsync(string script, CancellationToken cancellationToken)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Referrals", script);
        var target = new NpgsqlConnectionStringBuilder(ConnectionString);
        string[] arguments =
        [
            "-h", target.Host!, "-p", target.Port.ToString(CultureInfo.InvariantCulture), "-U", target.Username!, "-n", "-M", "prepared",
            "-c", Clients.ToString(CultureInfo.InvariantCulture), "-j", "2", "-T", duration.TotalSeconds.ToString("0", CultureInfo.InvariantCulture), "-f", path, Name,
        ];
        var output = await Tool.RunAsync(Path.Combine(Binaries, "pgbench"), arguments, cancellationToken, [new("PGPASSWORD", target.Password!)]);
        return double.Parse(Rate().Match(output).Groups["tps"].Value, CultureInfo.InvariantCulture);
    }

    private string ConnectionString => new NpgsqlConnectionStringBuilder(platform.Admin) { Database = Name, Pooling = false }.ConnectionString;

    private static IEnumerable<string> Schema(string assembly)
    {
        var source = Assembly.Load(assembly);
        foreach (var name in source.GetManifestResourceNames().Where(name => name.StartsWith("Schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(source.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private static async Task ExecuteAsync(string target, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(target);
        await connection.OpenAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    [GeneratedRegex(@"tps = (?<tps>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
