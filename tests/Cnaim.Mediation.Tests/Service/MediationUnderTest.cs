using System.Net.Http.Headers;
using System.Security.Cryptography;
using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Cnaim.Testing;
using Cnaim.Testing.Edge;
using Npgsql;

namespace Cnaim.Mediation.Tests.Service;

/// <summary>The service as it ships, on real servers with its three roles and its broker user; shared by the tests.</summary>
public sealed class MediationUnderTest : IAsyncLifetime
{
    private PrivateServers _servers = null!;
    private Issuer _issuer = null!;
    private ServiceProcess _service = null!;

    internal NpgsqlDataSource Database { get; private set; } = null!;

    internal string Log => _service.Log;

    internal KeptErasures Directory { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _servers = await PrivateServers.StartAsync(manifest: TopologyManifest.Load());
        _issuer = await Issuer.StartAsync();
        _issuer.Audience = "mediation";
        Directory = await KeptErasures.StartAsync();
        _service = await StartAsync("mediation", "sandbox");
    }

    /// <summary>An installation with a database of its own.</summary>
    internal async Task<ServiceProcess> StartAsync(string name, string mode)
    {
        var accounts = _servers.Postgres.Databases;
        await accounts.EnsureAsync([name]);
        Database ??= NpgsqlDataSource.Create(accounts.OwnerConnectionString(name));
        return await ServiceProcess.StartAsync("mediation", "Cnaim.Mediation", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CNAIM_MODE"] = mode,
            ["ConnectionStrings__Database"] = accounts.ConnectionString(name),
            ["ConnectionStrings__Migrations"] = accounts.OwnerConnectionString(name),
            ["ConnectionStrings__Sealer"] = accounts.SealerConnectionString(name),
            ["Broker__Url"] = _servers.Broker.UrlOf("mediation"),
            ["Protection__Key"] = Convert.ToBase64String(SHA256.HashData([1])),
            ["Identity__Issuer"] = Issuer.Name,
            ["Identity__Keys"] = _issuer.Address + "/keys",
            ["Identity__Client__Id"] = "mediation",
            ["Identity__Client__Secret"] = "test",
            ["Services__identity__Http"] = _issuer.Address,
            ["Services__directory__Http"] = Directory.Address,
            ["Limits__RequestsPerSecond"] = "100000",
            ["Erasures__FollowSeconds"] = "0.3",
        });
    }

    /// <summary>A client of staff at a centre.</summary>
    internal HttpClient At(string centre = "cnaim-lisboa", string role = "reception", string office = "reception", string? subject = null) =>
        At(_service.Address, centre, role, office, subject);

    internal HttpClient At(Uri address, string centre, string role, string office, string? subject = null)
    {
        var client = Anonymous(address);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(new RightsMatrix.Caller(role, office, centre, ""), subject));
        return client;
    }

    internal HttpClient Anonymous(Uri? address = null) => new(new DocumentedAnswers("mediation")) { BaseAddress = address ?? _service.Address };

    internal string Token(RightsMatrix.Caller caller) => Token(caller, subject: null);

    internal async Task<T?> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await Directory.DisposeAsync();
        await _issuer.DisposeAsync();
        await Database.DisposeAsync();
        await _servers.DisposeAsync();
    }

    private string Token(RightsMatrix.Caller caller, string? subject) => _issuer.Issue(token =>
    {
        token.Claims["sub"] = subject ?? caller.ToString();
        token.Claims["office"] = caller.Office;
        token.Claims["centre"] = caller.Centre;
        token.Claims["role"] = caller.Role;
        token.Claims["scope"] = caller.Scopes;
    });
}
