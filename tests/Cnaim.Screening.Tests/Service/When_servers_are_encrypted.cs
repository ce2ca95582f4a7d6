using System.Globalization;
using System.Security.Cryptography;
using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Cnaim.Testing.Edge;
using Npgsql;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

/// <summary>Database and broker with certificates, as on other machines: verified by the authority that the installation trusts, and by no other.</summary>
public sealed class When_servers_are_encrypted : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnaim-tls-").FullName;
    private readonly int _brokerPort = FreePorts.Next();
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private Certificates _certificates = null!;
    private TokenIssuer _issuer = null!;
    private PrivatePostgres _postgres = null!;
    private PrivateRabbitMq _broker = null!;

    public async ValueTask InitializeAsync()
    {
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        _certificates = Certificates.Make(Path.Combine(_folder, "tls"));
        _issuer = await TokenIssuer.StartAsync();
        var secrets = SecretStore.Open(Path.Combine(_folder, "secrets", "secrets.json"));
        var postgres = PrivatePostgres.StartAsync(new PostgresOptions { Folder = Path.Combine(_folder, "postgres"), Secrets = secrets, Settings = Encrypted() });
        _broker = await PrivateRabbitMq.StartAsync(new RabbitMqOptions { Folder = Path.Combine(_folder, "rabbitmq"), Secrets = secrets, Settings = Listener() });
        _postgres = await postgres;
        await _broker.ApplyAsync(TopologyManifest.Load());
        await ConfigureAsync();
    }

    [Fact]
    public async Task Should_serve_over_connections_that_are_all_encrypted()
    {
        await using var screening = await ServiceProcess.StartAsync("screening", "Cnaim.Screening", Trusting(_certificates.Authority));

        await using var database = NpgsqlDataSource.Create(_postgres.AdminConnectionString);
        await using var sessions = database.CreateCommand(
            "SELECT count(*) FILTER (WHERE s.ssl), count(*) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.datname = 'cnaim_screening'");
        await using var reader = await sessions.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        (await reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        reader.GetInt64(0).ShouldBeGreaterThan(0);
        reader.GetInt64(0).ShouldBe(reader.GetInt64(1));
        var connections = await _broker.ControlAsync(["list_connections", "user", "ssl", "--quiet"], TestContext.Current.CancellationToken);
        connections.ShouldContain("screening\ttrue");
        connections.ShouldNotContain("false");
    }

    [Fact]
    public async Task Should_end_when_the_database_shows_a_certificate_of_another_authority()
    {
        await using var screening = ServiceProcess.Launch("screening", "Cnaim.Screening", Trusting(Certificates.Make(Path.Combine(_folder, "another")).Authority));

        await screening.WaitForExitAsync();

        screening.ExitCode.ShouldNotBe(0);
        screening.Log.ShouldContain("SSL handshake");
    }

    [Fact]
    public async Task Should_publish_nothing_to_a_broker_with_a_certificate_of_another_authority()
    {
        var settings = Trusting(Certificates.Make(Path.Combine(_folder, "another")).Authority);
        foreach (var key in settings.Keys.Where(key => key.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToList())
        {
            settings[key] += ";Root Certificate=" + Readable(_certificates.Authority);
        }

        await using var screening = ServiceProcess.Launch("screening", "Cnaim.Screening", settings);
        await screening.WaitAsync("/health/live");

        await SeenAsync(screening, log => log.Contains("Nothing is published yet", StringComparison.Ordinal));
        (await _broker.ControlAsync(["list_connections", "user", "--quiet"], TestContext.Current.CancellationToken)).ShouldNotContain("screening");
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _postgres.DisposeAsync();
        await _issuer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task SeenAsync(ServiceProcess service, Func<string, bool> isSeen)
    {
        for (var attempt = 0; attempt < 300 && !isSeen(service.Log); attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        isSeen(service.Log).ShouldBeTrue(service.Log);
    }

    private Dictionary<string, string> Encrypted() => new(StringComparer.Ordinal)
    {
        ["ssl"] = "on",
        ["ssl_cert_file"] = _certificates.Server,
        ["ssl_key_file"] = _certificates.Key,
    };

    private string[] Listener() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"listeners.ssl.1 = 127.0.0.1:{_brokerPort}"),
        $"ssl_options.certfile = {_certificates.Server}",
        $"ssl_options.keyfile = {_certificates.Key}",
    ];

    private async Task ConfigureAsync()
    {
        await _postgres.Databases.CreateAsync("screening");
        _settings["ConnectionStrings__Database"] = Verified(_postgres.Databases.ConnectionString("screening"));
        _settings["ConnectionStrings__Migrations"] = Verified(_postgres.Databases.OwnerConnectionString("screening"));
        _settings["ConnectionStrings__Sealer"] = Verified(_postgres.Databases.SealerConnectionString("screening"));
        _settings["Broker__Url"] = new UriBuilder(_broker.UrlOf("screening")) { Scheme = "amqps", Host = "localhost", Port = _brokerPort }.Uri.AbsoluteUri;
        _settings["Identity__Issuer"] = TokenIssuer.Name;
        _settings["Identity__Client__Id"] = "screening";
        _settings["Identity__Keys"] = _issuer.Keys;
        _settings["Grpc__Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePorts.Next()}");
        _settings["Protection__Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    }

    private static string Verified(string connection) => new NpgsqlConnectionStringBuilder(connection) { SslMode = SslMode.VerifyFull }.ConnectionString;

    // The trusted authorities of the process are those of OpenSSL: the same file serves broker and database.
    private Dictionary<string, string> Trusting(string authority) => new(_settings, StringComparer.Ordinal) { ["SSL_CERT_FILE"] = Readable(authority) };

    private string Readable(string authority)
    {
        var readable = Path.Combine(_folder, Path.GetFileName(Path.GetDirectoryName(authority)!) + ".pem");
        File.Copy(authority, readable, overwrite: true);
        File.SetUnixFileMode(readable, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return readable;
    }
}
