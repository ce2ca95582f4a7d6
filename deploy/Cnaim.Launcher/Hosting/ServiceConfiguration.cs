using System.Globalization;
using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>The configuration keys of ADR 0001 for each service.</summary>
internal sealed class ServiceConfiguration(PlatformOptions options, PortBook ports, SecretStore secrets, DatabaseAccounts databases, Func<string, string?> brokerUrlOf, string? brokerManagement)
{
    // Sized for 25 processes on a small machine: no server heap, no background collector, small first generation, files not watched.
    private static readonly Dictionary<string, string> Runtime = new(StringComparer.Ordinal)
    {
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_GCgen0size"] = "0x800000",
        ["DOTNET_TieredPGO"] = "0",
        // A method is compiled a second time after 512 calls, not 30: the polls of an idle service would otherwise cost every start a second of CPU time.
        ["DOTNET_TC_CallCountThreshold"] = "0x200",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_hostBuilder__reloadConfigOnChange"] = "false",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_PRINT_TELEMETRY_MESSAGE"] = "false",
    };

    private static readonly string[] Shared = ["identity", "directory", "screening"];

    public string HttpOf(string code) => Address(ports.Take(code));

    public string GrpcOf(string code) => Address(ports.Take(code + ".grpc"));

    public IReadOnlyDictionary<string, string> Of(HostProgram host, IReadOnlyList<HostProgram> all)
    {
        var values = new Dictionary<string, string>(Runtime, StringComparer.Ordinal)
        {
            ["HOME"] = options.Home,
            ["CNAIM_MODE"] = options.Mode,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_CONTENTROOT"] = host.ContentRoot,
            ["ASPNETCORE_URLS"] = HttpOf(host.Code),
            ["ConnectionStrings__Database"] = databases.ConnectionString(host.Code, options.MaximumPoolSize),
            ["ConnectionStrings__Migrations"] = databases.OwnerConnectionString(host.Code),
            ["ConnectionStrings__Sealer"] = databases.SealerConnectionString(host.Code),
            ["Identity__Issuer"] = HttpOf("gateway"),
            ["Identity__Keys"] = HttpOf("identity") + "/.well-known/jwks.json",
            ["Identity__Client__Id"] = host.Code,
            ["Identity__Client__Secret"] = secrets.Password("client." + host.Code),
            ["Protection__Key"] = secrets.Key("protection." + host.Code),
        };
        AddAddresses(values, host, all);
        if (host.HasGrpc)
        {
            values["Grpc__Url"] = GrpcOf(host.Code);
        }

        if (brokerUrlOf(host.Code) is { } url)
        {
            values["Broker__Url"] = url;
            values["Broker__QueueType"] = options.QueueType is QueueType.Quorum ? "quorum" : "classic";
        }

        AddOwn(values, host.Code, all);
        AddOverrides(values, "*");
        AddOverrides(values, host.Code);
        return values;
    }

    private void AddOwn(Dictionary<string, string> values, string code, IReadOnlyList<HostProgram> all)
    {
        if (code is "identity")
        {
            SeededAccounts.AddTo(values, options.Mode, all, secrets);
        }

        if (code is "reception" && options.Mode is "sandbox")
        {
            values["Reception__AlwaysOpen"] = "true"; // it is tried at night and on Sundays
        }

        if (code is "subscriptions" && brokerManagement is not null)
        {
            values["Queues__Management"] = brokerManagement;
        }

        if (code is "subscriptions" && options.Mode is "sandbox")
        {
            values["Guard__AllowLoopback"] = "true"; // whoever tries it receives on this machine
        }
    }

    private void AddAddresses(Dictionary<string, string> values, HostProgram host, IReadOnlyList<HostProgram> all)
    {
        foreach (var code in host.Code is "gateway" ? all.Select(other => other.Code).Union(Shared, StringComparer.Ordinal) : Shared)
        {
            values[$"Services__{code}__Http"] = HttpOf(code);
        }

        values["Services__screening__Grpc"] = GrpcOf("screening");
    }

    private void AddOverrides(Dictionary<string, string> values, string code)
    {
        foreach (var (key, value) in options.Environment.GetValueOrDefault(code) ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            values[key] = value;
        }
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
