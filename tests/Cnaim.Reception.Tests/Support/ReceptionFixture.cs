using Cnaim.Data.Migrations;
using Cnaim.Reception.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

[assembly: AssemblyFixture(typeof(ReceptionFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Cnaim.Reception.Tests.Support;

/// <summary>Reception as its Program composes it, on a real PostgreSQL with the roles of the launcher, without a broker; every test has a centre of its own.</summary>
public sealed class ReceptionFixture : WebApplicationFactory<ReceptionService>, IAsyncLifetime
{
    private static readonly string[] Work = ["MigrationService", "SigningKeys", "ChangeFeed", "LoadReference", "GenericWebHostService"];
    private readonly PostgresFixture _postgres = new();
    private readonly string _settings = Path.Combine(AppContext.BaseDirectory, "config", "reception");
    private Issuer _issuer = null!;
    private Dictionary<string, string?> _configuration = [];
    private Queue<string> _centres = [];

    internal TestClock Clock { get; } = new();

    internal NpgsqlDataSource Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _issuer = await Issuer.StartAsync();
        _issuer.Audience = "reception";
        var accounts = _postgres.Accounts();
        await accounts.EnsureAsync(["reception"]);
        _configuration = Configuration(accounts.ConnectionString("reception", maximumPoolSize: 20), accounts.OwnerConnectionString("reception"), accounts.SealerConnectionString("reception"));
        Database = NpgsqlDataSource.Create(accounts.OwnerConnectionString("reception"));
        using var client = CreateClient();
        await Services.GetRequiredService<DatabaseStart>().WaitAsync(CancellationToken.None);
        await WaitAsync(async () => await ScalarAsync<long>("SELECT count(*) FROM childrens_room") > 0);
        _centres = new Queue<string>(await ListAsync("SELECT DISTINCT centre FROM reception_queue WHERE centre LIKE 'claim%' AND zone = 'Europe/Lisbon'"));
    }

    /// <summary>A local centre that no other test uses: the queues welcome and specialised-support, and desk 1.</summary>
    internal async Task<string> LocalAsync(int desks = 1)
    {
        Clock.Set(TestClock.Morning);
        var centre = _centres.Dequeue();
        for (var desk = 2; desk <= desks; desk++)
        {
            await ExecuteAsync($"INSERT INTO reception_desk (centre, code, queues) VALUES ('{centre}', '{desk}', '{{welcome,specialised-support}}')");
        }

        return centre;
    }

    internal string TokenOf(string centre, string role, string subject, string office = "reception", string scopes = "") => _issuer.Issue(token =>
    {
        (token.NotBefore, token.Expires) = (new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        token.Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject, ["office"] = office, ["centre"] = centre, ["role"] = role, ["scope"] = scopes };
    });

    internal Staff As(string centre, string role = "mediator", string? subject = null, string office = "reception") =>
        new(CreateClient(), TokenOf(centre, role, subject ?? role + "-1", office));

    internal Staff Anybody() => new(CreateClient(), token: null);

    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    internal async Task<List<string>> ListAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    /// <summary>The rows of a table that hold a secret, as text or as bytes.</summary>
    internal Task<long> CountAsync(string table, string secret) =>
        ScalarAsync<long>($"SELECT count(*) FROM {table} AS t WHERE t::text LIKE '%{secret}%' OR t::text LIKE '%{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(secret))}%'");

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    internal static async Task WaitAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            tries.ShouldBeLessThan(1000);
            await Task.Delay(20);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        await _issuer.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection([.. _configuration, new("contentRoot", _settings)]));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(_settings);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // Factories say nothing of what they make: of them only ours, and the keys', are needed.
            foreach (var work in services.Where(service => service.ServiceType == typeof(IHostedService) && !IsNeeded(service)).ToList())
            {
                services.Remove(work);
            }
        });
    }

    private static bool IsNeeded(ServiceDescriptor service) =>
        Work.Contains(service.ImplementationType?.Name ?? service.ImplementationFactory?.Method.ReturnType.Name, StringComparer.Ordinal);

    private Dictionary<string, string?> Configuration(string database, string owner, string sealer) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:Database"] = database,
        ["ConnectionStrings:Migrations"] = owner,
        ["ConnectionStrings:Sealer"] = sealer,
        ["Broker:Url"] = "amqp://nobody:none@127.0.0.1:1/none",
        ["Protection:Key"] = Convert.ToBase64String(new byte[32]),
        ["Identity:Issuer"] = Issuer.Name,
        ["Identity:Keys"] = _issuer.Address + "/keys",
        ["Identity:Client:Id"] = "reception",
        ["Limits:RequestsPerSecond"] = "100000",
        ["Services:identity:Http"] = "http://127.0.0.1:1",
        ["Services:directory:Http"] = "http://127.0.0.1:1",
        ["Services:screening:Grpc"] = "http://127.0.0.1:1",
        ["Logging:LogLevel:Default"] = "Warning",
    };
}
