using Cnaim.Messaging.Topology;
using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>Creates databases, roles and the broker's topology on given servers, migrates as each database's owner, and writes each service's keys to a file: without the owner's.</summary>
public static class PrepareContainers
{
    private const int HttpPort = 8080;
    private const int GrpcPort = 8081;

    /// <summary>Prepares everything; harmless when repeated.</summary>
    /// <param name="folder">Receives <c>secrets/</c> and <c>{code}.env</c>.</param>
    /// <param name="app">Folder of the published hosts.</param>
    /// <param name="issuer">Public address of the gateway.</param>
    /// <param name="cancellationToken">Ends the work between two services.</param>
    /// <returns>How many services were prepared.</returns>
    /// <exception cref="LauncherException">A server is not named, or refuses, or a database cannot be migrated.</exception>
    public static async Task<int> RunAsync(string folder, string app, string issuer, CancellationToken cancellationToken = default)
    {
        var hosts = HostCatalogue.Select(app, null);
        var given = GivenSettings.Of(Environment.GetEnvironmentVariables(), hosts);
        var secrets = SecretStore.Open(Path.Combine(folder, "secrets", "secrets.json"));
        var databases = new DatabaseAccounts(Variable("CNAIM_POSTGRES"), secrets);
        await databases.EnsureAsync(hosts.Select(host => host.Code), cancellationToken);
        var manifest = TopologyManifest.Load();
        using var broker = new GivenBroker(new Uri(Variable("CNAIM_RABBITMQ")), secrets);
        await broker.ApplyAsync(manifest, QueueType.Quorum, cancellationToken);
        foreach (var host in hosts)
        {
            var values = Common(host, hosts, secrets, databases, issuer);
            if (manifest.Find(host.Code) is not null)
            {
                values["Broker__Url"] = broker.UrlOf(host.Code);
            }

            if (host.Code is "subscriptions")
            {
                values["Queues__Management"] = broker.ManagementUrl;
                // The broker is another container of one private network; its ports are not published.
                values["Queues__AllowRemoteClearText"] = "true";
            }

            foreach (var (key, value) in given.GetValueOrDefault(host.Code) ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                values[key] = value;
            }

            await MigrateDatabase.RunAsync(host, values, databases.OwnerConnectionString(host.Code), cancellationToken);
            await File.WriteAllLinesAsync(Path.Combine(folder, host.Code + ".env"), values.Select(pair => $"{pair.Key}='{pair.Value.Replace("'", @"'\''", StringComparison.Ordinal)}'"), cancellationToken);
        }

        return hosts.Count;
    }

    private static Dictionary<string, string> Common(HostProgram host, IReadOnlyList<HostProgram> hosts, SecretStore secrets, DatabaseAccounts databases, string issuer)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CNAIM_MODE"] = Environment.GetEnvironmentVariable("CNAIM_MODE") ?? "sandbox",
            ["ASPNETCORE_URLS"] = Address("0.0.0.0", HttpPort),
            ["ConnectionStrings__Database"] = databases.ConnectionString(host.Code),
            ["ConnectionStrings__Sealer"] = databases.SealerConnectionString(host.Code),
            // Database and broker are other containers of one private network; their ports are not published.
            ["Database__AllowRemoteClearText"] = "true",
            ["Broker__AllowRemoteClearText"] = "true",
            ["Identity__Issuer"] = issuer,
            ["Identity__Keys"] = Address("identity", HttpPort) + "/.well-known/jwks.json",
            ["Identity__Client__Id"] = host.Code,
            ["Identity__Client__Secret"] = secrets.Password("client." + host.Code),
            ["Protection__Key"] = secrets.Key("protection." + host.Code),
            ["Services__screening__Grpc"] = Address("screening", GrpcPort),
        };
        foreach (var other in hosts.Where(other => host.Code is "gateway" || other.Code is "identity" or "directory" or "screening"))
        {
            values[$"Services__{other.Code}__Http"] = Address(other.Code, HttpPort);
        }

        if (host.HasGrpc)
        {
            values["Grpc__Url"] = Address("0.0.0.0", GrpcPort);
            // Callers are other containers of one private network; only the gateway's ports are published, on loopback.
            values["Grpc__AllowRemoteClearText"] = "true";
        }

        if (host.Code is "identity")
        {
            SeededAccounts.AddTo(values, values["CNAIM_MODE"], hosts, secrets);
        }

        return values;
    }

    private static string Address(string host, int port) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://{host}:{port}");

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new LauncherException(LauncherProblem.Usage, $"Set {name} to the server that the containers shall use.");
}
