using System.Net.Http.Headers;
using System.Security.Cryptography;
using Cnaim.Servers;
using Cnaim.Testing;
using Grpc.Net.Client;
using Npgsql;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

/// <summary>The service with a real PostgreSQL and RabbitMQ, once for all tests.</summary>
public sealed class ScreeningPlatform : IAsyncLifetime
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly List<GrpcChannel> _channels = [];
    private PrivateServers? _servers;
    private TokenIssuer? _issuer;
    private ScreeningProcess? _screening;

    internal ScreeningProcess Screening => _screening!;

    internal PrivateServers Servers => _servers!;

    /// <summary>The service's own database.</summary>
    internal NpgsqlDataSource Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync();
        _servers = await PrivateServers.StartAsync();
        var database = await _servers.Postgres.Databases.CreateAsync("screening");
        Database = NpgsqlDataSource.Create(database);
        _settings["ConnectionStrings__Database"] = database;
        _settings["ConnectionStrings__Migrations"] = _servers.Postgres.Databases.OwnerConnectionString("screening");
        _settings["ConnectionStrings__Sealer"] = _servers.Postgres.Databases.SealerConnectionString("screening");
        _settings["Broker__Url"] = _servers.Broker.UrlOf("screening");
        _settings["Identity__Issuer"] = TokenIssuer.Name;
        _settings["Identity__Client__Id"] = "screening";
        _settings["Identity__Keys"] = _issuer.Keys;
        _settings["Protection__Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        _settings["Limits__RequestsPerSecond"] = "100000";
        _screening = await StartReplicaAsync();
    }

    /// <summary>A further replica on the same database.</summary>
    internal Task<ScreeningProcess> StartReplicaAsync() => ScreeningProcess.StartAsync(_settings);

    /// <summary>A further replica that PostgreSQL knows by a name.</summary>
    internal Task<ScreeningProcess> StartReplicaAsync(string application) => ScreeningProcess.StartAsync(
        new Dictionary<string, string>(_settings, StringComparer.Ordinal) { ["ConnectionStrings__Database"] = $"{_settings["ConnectionStrings__Database"]};Application Name={application}" });

    /// <summary>A client of the HTTP API, as a member of staff.</summary>
    internal HttpClient Client(string office = "reception", string centre = "cnaim-lisboa", string role = "mediator", ScreeningProcess? replica = null)
    {
        var client = new HttpClient(new DocumentedAnswers("screening")) { BaseAddress = (replica ?? Screening).Http };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _issuer!.Token(office, centre, role));
        return client;
    }

    internal HttpClient Anonymous() => new(new DocumentedAnswers("screening")) { BaseAddress = Screening.Http };

    internal string Token(string office, string centre, string role, string scope) => _issuer!.Token(office, centre, role, scope);

    /// <summary>A channel of the gRPC API; by default a service on behalf of its office.</summary>
    internal Grpc.Core.CallInvoker Channel(string office, string centre = "", string role = "service")
    {
        var channel = GrpcChannel.ForAddress(Screening.Grpc);
        _channels.Add(channel);
        return new BearerInvoker(channel.CreateCallInvoker(), _issuer!.Token(office, centre, role));
    }

    public async ValueTask DisposeAsync()
    {
        _channels.ForEach(channel => channel.Dispose());
        await Dispose(_screening);
        await Dispose(Database);
        await Dispose(_servers);
        await Dispose(_issuer);
    }

    private static ValueTask Dispose(IAsyncDisposable? part) => part?.DisposeAsync() ?? ValueTask.CompletedTask;
}
