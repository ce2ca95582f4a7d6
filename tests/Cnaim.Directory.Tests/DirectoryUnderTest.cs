using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Testing.Edge;

namespace Cnaim.Directory.Tests;

/// <summary>A directory service on the real documents, shared by the tests that only read.</summary>
public sealed class DirectoryUnderTest(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly SemaphoreSlim Loading = new(1, 1);
    private static string? _loaded;
    private Issuer _issuer = null!;
    private ServiceProcess _directory = null!;

    internal HttpClient Client => _directory.Client;

    internal string Database { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        _issuer.Audience = "directory";
        Database = await postgres.CreateDatabaseAsync(await LoadedAsync());
        _directory = await StartAsync(Database);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Issue());
    }

    public async ValueTask DisposeAsync()
    {
        await _directory.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    internal string Token(Cnaim.Testing.RightsMatrix.Caller caller) => _issuer.Issue(token =>
    {
        token.Claims["sub"] = caller.ToString();
        token.Claims["office"] = caller.Office;
        token.Claims["centre"] = caller.Centre;
        token.Claims["role"] = caller.Role;
        token.Claims["scope"] = caller.Scopes;
    });

    internal Task<ServiceProcess> StartAsync(string database, string? folder = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Database"] = database,
            ["Identity__Issuer"] = Issuer.Name,
            ["Identity__Keys"] = _issuer.Address + "/keys",
            ["Identity__Client__Id"] = "directory",
            ["Limits__RequestsPerSecond"] = "10000",
        };
        if (folder is not null)
        {
            settings["Loading__Folder"] = folder;
        }

        return ServiceProcess.StartAsync("directory", "Cnaim.Directory", settings);
    }

    internal string TokenOf(string role, string office) => _issuer.Issue(token => (token.Claims["role"], token.Claims["office"]) = (role, office));

    internal Task<JsonElement> GetAsync(string path) => Client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    internal async Task<JsonElement[]> ItemsAsync(string path) => [.. (await GetAsync(path)).GetProperty("items").EnumerateArray()];

    // Schema and documents take seconds: they are loaded by one process, and each test begins with a copy.
    private async Task<string> LoadedAsync()
    {
        await Loading.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_loaded is null)
            {
                var database = await postgres.CreateDatabaseAsync();
                await (await StartAsync(database)).DisposeAsync();
                _loaded = database;
            }

            return _loaded;
        }
        finally
        {
            Loading.Release();
        }
    }
}
