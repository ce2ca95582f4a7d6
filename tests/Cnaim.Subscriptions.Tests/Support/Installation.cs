using System.Net.Http.Headers;
using System.Security.Cryptography;
using Cnaim.Data.Migrations;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults;
using Cnaim.Testing;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>The service in this process on a database of its own and the real broker, with a clock that a test may put forward.</summary>
public sealed class Installation(SharedServers servers) : IAsyncLifetime
{
    private WebApplication _app = null!;
    private DirectoryOfRoots _directory = null!;

    internal ShiftedClock Clock { get; } = new();

    internal NpgsqlDataSource Database { get; private set; } = null!;

    internal EventVoice Events { get; private set; } = null!;



    internal string DatabaseName { get; private set; } = "";

    internal IServiceProvider Services => _app.Services;

    public ValueTask InitializeAsync() => StartAsync(null);

    internal async ValueTask StartAsync(Action<IServiceCollection>? change, params (string Key, string Value)[] settings)
    {
        _directory = await DirectoryOfRoots.StartAsync();
        DatabaseName = await servers.CreateDatabaseAsync();
        Database = NpgsqlDataSource.Create(servers.Real.Postgres.Databases.OwnerConnectionString(DatabaseName));
        await EventVoice.PurgeAsync(servers.Real);
        _app = await BuildAsync(change, settings);
        Events = await EventVoice.ConnectAsync(servers.Real);
    }

    /// <summary>Configuration of this installation, for a process of its own on the same database.</summary>
    internal Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["CNAIM_MODE"] = "sandbox",
        ["ConnectionStrings:Database"] = servers.Real.Postgres.Databases.ConnectionString(DatabaseName),
        ["ConnectionStrings:Migrations"] = servers.Real.Postgres.Databases.OwnerConnectionString(DatabaseName),
        ["ConnectionStrings:Sealer"] = servers.Real.Postgres.Databases.SealerConnectionString(DatabaseName),
        ["Broker:Url"] = servers.Real.Broker.UrlOf("subscriptions"),
        ["Broker:FlowLookMilliseconds"] = "500",
        ["Protection:Key"] = Convert.ToBase64String(SHA256.HashData([7])),
        ["Identity:Issuer"] = Testing.Edge.Issuer.Name,
        ["Identity:Keys"] = servers.Issuer.Address + "/keys",
        ["Identity:Client:Id"] = "subscriptions",
        ["Identity:Client:Secret"] = "test",
        ["Services:identity:Http"] = servers.Issuer.Address,
        ["Services:directory:Http"] = _directory.Address,
        ["Limits:RequestsPerSecond"] = "100000",
        ["Guard:AllowLoopback"] = "true",
        ["Lanes:PollMilliseconds"] = "50",
    };

    internal async Task StopServiceAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    internal async Task StartServiceAsync() => _app = await BuildAsync(null, []);

    internal HttpClient As(string client, string role = "partner-client", string scopes = "events.subscribe", string office = "reception", string centre = "")
    {
        var http = new HttpClient(new DocumentedAnswers("subscriptions")) { BaseAddress = new Uri(_app.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(client, role, office, centre, scopes));
        return http;
    }

    /// <summary>A person who works for one partner's client, or says so without one.</summary>
    internal HttpClient AsDeveloper(string? client, string subject = "staff:0198f1c2-7d5e-7a31-9c55-3f1a2b4c5d6e")
    {
        var http = new HttpClient(new DocumentedAnswers("subscriptions")) { BaseAddress = new Uri(_app.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(subject, "partner-developer", "reception", "", "", client));
        return http;
    }

    internal string Token(string subject, string role, string office, string centre, string scopes, string? partner = null) => servers.Issuer.Issue(token =>
    {
        token.Expires = Clock.GetUtcNow().UtcDateTime.AddMinutes(10);
        token.Claims["sub"] = subject;
        token.Claims["office"] = office;
        token.Claims["centre"] = centre;
        token.Claims["role"] = role;
        token.Claims["scope"] = scopes;
        if (partner is not null)
        {
            token.Claims["partner"] = partner;
        }
    });

    internal HttpClient Anonymous() => new() { BaseAddress = new Uri(_app.Urls.Single()) };

    internal async Task<T?> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    internal async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    internal async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    public async ValueTask DisposeAsync()
    {
        await StopServiceAsync();
        await Events.DisposeAsync();
        await _directory.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<WebApplication> BuildAsync(Action<IServiceCollection>? change, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Cnaim.Subscriptions" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings().Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Configuration.AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("CNAIM_TEST_LOG") is { Length: > 0 })
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        }

        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddServiceDefaults();
        builder.AddMessaging("subscriptions");
        builder.AddSubscriptions();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapSubscriptions("/v1");
        await app.StartAsync();
        await app.Services.GetRequiredService<DatabaseStart>().WaitAsync(CancellationToken.None);
        return app;
    }
}
