using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Cnaim.Servers;
using Cnaim.Testing;
using Npgsql;

namespace Cnaim.Offices.Tests.Support;

/// <summary>One office as it ships: a process of its own, on its own database and broker user.</summary>
internal sealed class OfficeHost<TMarker> : IOfficeHost
    where TMarker : class
{
    private readonly Process _process;
    private readonly OfficeNetwork _network;

    private OfficeHost(string code, Uri address, string connection, Process process, OfficeNetwork network)
    {
        (Code, Address, _process, _network) = (code, address, process, network);
        Database = NpgsqlDataSource.Create(connection);
    }

    public string Code { get; }

    public Uri Address { get; }

    public NpgsqlDataSource Database { get; }

    /// <summary>Starts the office; PostgreSQL knows a further replica by its application's name.</summary>
    public static async Task<OfficeHost<TMarker>> StartAsync(string code, OfficeNetwork network, string? application = null)
    {
        var connection = await network.Servers.Postgres.Databases.CreateAsync(code, TestContext.Current.CancellationToken);
        connection = application is null ? connection : $"{connection};Application Name={application}";
        var address = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var host = new OfficeHost<TMarker>(code, address, connection, Process.Start(StartInfo(code, address, connection, network))!, network);
        using var client = new HttpClient { BaseAddress = address };
        await Wait.UntilAsync(() => host.IsReadyAsync(client), $"{code} to be ready");
        return host;
    }

    /// <summary>A client of staff of this office at a centre.</summary>
    public HttpClient At(string centre, string role = "office-agent", string? office = null, string? behind = null)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _network.Identity.TokenOf(Code, office ?? Code, centre, role, behind: behind));
        return client;
    }

    public HttpClient Anonymous() => new(new DocumentedAnswers(Code)) { BaseAddress = Address };

    /// <summary>Runs a statement in the office's database, as the passing of time would.</summary>
    public async Task ExecuteAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        await Database.DisposeAsync();
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        _process.HasExited.ShouldBeFalse($"{Code} ended by itself.");
        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static ProcessStartInfo StartInfo(string code, Uri address, string connection, OfficeNetwork network)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TMarker).Assembly.Location, "--contentRoot", Path.Combine(AppContext.BaseDirectory, "config", code)]);
        foreach (var (key, value) in Settings(code, address, connection, network).Concat(External.GetValueOrDefault(code, [])))
        {
            start.Environment[key] = value;
        }

        return start;
    }

    // One office runs in the sandbox, one has systems of its own at two centres: of the client that the tests' partner is, and of another one.
    private static readonly Dictionary<string, Dictionary<string, string>> External = new(StringComparer.Ordinal)
    {
        ["employment"] = new(StringComparer.Ordinal) { ["Office__External__cnaim-faro"] = "partner-client-1", ["Office__External__cnaim-beja"] = "another-client" },
        ["entrepreneurship"] = new(StringComparer.Ordinal) { ["CNAIM_MODE"] = "sandbox" },
    };

    private static Dictionary<string, string> Settings(string code, Uri address, string connection, OfficeNetwork network) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_URLS"] = address.ToString(),
        ["ConnectionStrings__Database"] = connection,
        ["ConnectionStrings__Migrations"] = network.Servers.Postgres.Databases.OwnerConnectionString(code),
        ["ConnectionStrings__Sealer"] = network.Servers.Postgres.Databases.SealerConnectionString(code),
        ["Broker__Url"] = network.Servers.Broker.UrlOf(code),
        ["Protection__Key"] = Convert.ToBase64String(SHA256.HashData([1])),
        ["Identity__Issuer"] = TestIdentity.Issuer,
        ["Identity__Keys"] = network.Identity.Address + "/keys",
        ["Identity__Client__Id"] = code,
        ["Identity__Client__Secret"] = "test",
        ["Limits__RequestsPerSecond"] = "100000",
        ["Logging__LogLevel__Default"] = "Warning",
        ["Services__identity__Http"] = network.Identity.Address,
        ["Services__directory__Http"] = network.Directory.Address,
        ["Services__screening__Grpc"] = network.Screening.Address,
    };
}
