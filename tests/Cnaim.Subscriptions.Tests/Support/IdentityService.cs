using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cnaim.Testing.Edge;
using Dapper;
using Npgsql;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>Identity as it really runs, for partners' tokens and for the service's own.</summary>
internal sealed class IdentityService : IAsyncDisposable
{
    public const string Partner = "sandbox-partner";
    public const string OtherPartner = "sandbox-agency";
    private const string Secret = "p8Xc-4wRt7_Yn2Kd9Lb5Qs1Mv6Hz3Jf0";
    private readonly NpgsqlDataSource _database;
    private readonly Dictionary<string, string> _settings;
    private ServiceProcess _process = null!;

    private IdentityService(Dictionary<string, string> settings, NpgsqlDataSource database) => (_settings, _database) = (settings, database);

    public static async Task<IdentityService> StartAsync(SharedServers servers)
    {
        var name = await servers.CreateDatabaseAsync();
        var databases = servers.Real.Postgres.Databases;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CNAIM_MODE"] = "sandbox",
            ["ConnectionStrings__Database"] = databases.ConnectionString(name),
            ["ConnectionStrings__Migrations"] = databases.OwnerConnectionString(name),
            ["ConnectionStrings__Sealer"] = databases.SealerConnectionString(name),
            ["Identity__Issuer"] = servers.Identity,
            ["Identity__Keys"] = servers.Identity + "/.well-known/jwks.json",
            ["Identity__Client__Id"] = "identity",
            ["Identity__Client__Secret"] = Secret,
            ["Protection__Key"] = Convert.ToBase64String(new byte[32]),
            ["Seed__Clients__subscriptions"] = Secret,
            ["Seed__Clients__tax"] = Secret,
            ["Seed__Clients__" + Partner] = Secret,
            ["Seed__Clients__" + OtherPartner] = Secret,
        };
        var identity = new IdentityService(settings, NpgsqlDataSource.Create(databases.OwnerConnectionString(name)));
        await identity.RunAsync();
        return identity;
    }

    /// <summary>Settings of subscriptions that lead here.</summary>
    public static (string, string)[] SettingsFor(SharedServers servers) =>
    [
        ("Services:identity:Http", servers.Identity), ("Identity:Client:Secret", Secret), ("Queues:Management", servers.Real.Broker.ManagementUrl!), ("Queues:LookSeconds", "1"),
    ];

    /// <summary>A token for the broker, or the error.</summary>
    public async Task<(string? Token, string? Error)> TokenAsync(string client = Partner, string audience = "rabbitmq", string? scope = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials", ["audience"] = audience };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{Secret}")));
        using var answer = await _process.Client.SendAsync(request, Calls.Cancelled);
        var json = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Calls.Cancelled));
        return answer.IsSuccessStatusCode ? (json.GetProperty("access_token").GetString(), null) : (null, json.GetProperty("error").GetString());
    }

    /// <summary>A call of a service on its own behalf.</summary>
    public async Task<System.Net.HttpStatusCode> CallAsync(string service, HttpMethod method, string path, object? body = null)
    {
        var (token, _) = await TokenAsync(service, "identity");
        using var client = new HttpClient { BaseAddress = _process.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(method, path, body);
        return answer.StatusCode;
    }

    /// <summary>As two administrators' decision does it.</summary>
    public async Task DisableAsync(string client)
    {
        await using var connection = await _database.OpenConnectionAsync(Calls.Cancelled);
        await connection.ExecuteAsync("UPDATE client SET disabled_at = now() WHERE client_id = @client", new { client });
    }

    public async Task<IReadOnlyList<string>> AuditAsync(string client)
    {
        await using var connection = await _database.OpenConnectionAsync(Calls.Cancelled);
        return [.. await connection.QueryAsync<string>("SELECT action FROM audit_entry WHERE record_kind = 'client' AND record_id = @client ORDER BY entry_id", new { client })];
    }

    /// <summary>Starts anew after 91 days: another key signs, the one before stays published.</summary>
    public async Task RotateAsync()
    {
        await _process.DisposeAsync();
        await using (var connection = await _database.OpenConnectionAsync(Calls.Cancelled))
        {
            await connection.ExecuteAsync("UPDATE signing_key SET activates_at = now() - interval '91 days'");
        }

        await RunAsync();
        await Task.Delay(TimeSpan.FromSeconds(11), Calls.Cancelled); // a key is published ten seconds before it signs
    }

    private async Task RunAsync() => _process = await ServiceProcess.StartAsync("identity", "Cnaim.Identity", _settings, _settings["Identity__Issuer"]);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _database.DisposeAsync();
    }
}
