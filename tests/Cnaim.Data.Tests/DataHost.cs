using Cnaim.Data.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Data.Tests;

/// <summary>A host with nothing but a database, as a service registers it.</summary>
internal sealed class DataHost : IAsyncDisposable
{
    private readonly IHost _host;

    private DataHost(IHost host) => _host = host;

    public NpgsqlDataSource Database => _host.Services.GetRequiredService<NpgsqlDataSource>();

    public Migrator Migrator => _host.Services.GetRequiredService<Migrator>();

    public DatabaseStart Start => _host.Services.GetRequiredService<DatabaseStart>();

    public CancellationToken Stopping => _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public static DataHost Create(string database, params (string Name, string Sql)[] files) => Create(database, null, files);

    public static DataHost Create(string database, ILoggerProvider? log, params (string Name, string Sql)[] files) => Create(database, null, log, _ => { }, files);

    public static DataHost Create(string database, string? owner, ILoggerProvider? log, params (string Name, string Sql)[] files) => Create(database, owner, log, _ => { }, files);

    public static DataHost Create(string database, ILoggerProvider? log, Action<HostApplicationBuilder> more, params (string Name, string Sql)[] files) => Create(database, null, log, more, files);

    private static DataHost Create(string database, string? owner, ILoggerProvider? log, Action<HostApplicationBuilder> more, (string Name, string Sql)[] files)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "data-tests" });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Database", database), new("ConnectionStrings:Migrations", owner)]);
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.AddDatabase();
        builder.Services.AddSingleton(new MigrationSource(new SqlFiles(files)));
        more(builder);
        return new DataHost(builder.Build());
    }

    public Task MigrateAsync() => Migrator.MigrateAsync(TestContext.Current.CancellationToken);

    public Task StartAsync() => _host.StartAsync(TestContext.Current.CancellationToken);

    public async Task<HealthStatus> ReadyAsync()
    {
        var report = await _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"), TestContext.Current.CancellationToken);
        return report.Status;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(TestContext.Current.CancellationToken);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
