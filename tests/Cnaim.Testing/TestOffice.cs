using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Cnaim.Data;
using Cnaim.Data.Migrations;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Testing;

/// <summary>A small service with the messaging kit, in this process: accepts requests over HTTP, sends them as referrals, applies those it receives.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    private TestOffice(WebApplication app, string database, string code)
    {
        (App, Code, Database) = (app, code, NpgsqlDataSource.Create(database));
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public WebApplication App { get; }

    public string Code { get; }

    /// <summary>The test's own way into the office's database.</summary>
    public NpgsqlDataSource Database { get; }

    public HttpClient Client { get; }

    public static Task<TestOffice> StartAsync(string code, string database, string brokerUrl, Action<WebApplicationBuilder>? change = null) =>
        StartAsync(code, new OfficeAccounts(database, database, database), brokerUrl, change);

    /// <summary>With roles of its own, as the launcher starts services.</summary>
    public static async Task<TestOffice> StartAsync(string code, OfficeAccounts accounts, string brokerUrl, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Database"] = accounts.Service,
            ["ConnectionStrings:Migrations"] = accounts.Owner,
            ["ConnectionStrings:Sealer"] = accounts.Sealer,
            ["Broker:Url"] = brokerUrl,
            ["Broker:FlowLookMilliseconds"] = "500",
            ["Protection:Key"] = Convert.ToBase64String(new byte[32]),
        });
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("CNAIM_TEST_LOG") is { Length: > 0 })
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        }

        // As strict as every service.
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        builder.Services.AddAuthorization().AddRights(code);
        builder.AddMessaging(code);
        builder.Services.AddSingleton(new MigrationSource(typeof(TestOffice).Assembly));
        change?.Invoke(builder);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            // Who calls is not what these tests are about; two clients are told apart by a header.
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new("sub", context.Request.Headers["X-Client"].FirstOrDefault() ?? "tester"), new("office", code), new("role", "administrator")], "test"));
            return next(context);
        });
        app.UseAuthorization();
        ProbeEndpoints.Map(app);
        app.MapMessagingOperator();
        await app.StartAsync();
        await app.Services.GetRequiredService<DatabaseStart>().WaitAsync(CancellationToken.None);
        return new TestOffice(app, accounts.Service, code);
    }

    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    public async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}
