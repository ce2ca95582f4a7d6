using Cnaim.Demo;
using Cnaim.EndToEnd.Tests;
using Cnaim.EndToEnd.Tests.Support;
using Cnaim.Launcher;
using Cnaim.Servers;
using Cnaim.Testing.Edge;

[assembly: AssemblyFixture(typeof(PlatformFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer(typeof(LastOfAll))]

namespace Cnaim.EndToEnd.Tests;

/// <summary>
/// Publishes and starts the whole platform once, in a folder of its own and on free ports; everything ends with the tests.
/// <c>CNAIM_APP</c> names a published platform to try instead, <c>CNAIM_KEEP</c> keeps the folder with its logs.
/// </summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(12);
    private readonly string _home = NewHome();
    private PlatformHandle? _handle;
    private TelemetryReceiver? _telemetry;

    internal PlatformUnderTest Platform { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var app = Environment.GetEnvironmentVariable("CNAIM_APP") ?? await PublishAsync(limit.Token);
        _telemetry = await TelemetryReceiver.StartAsync();
        _handle = await PlatformHandle.StartAsync(new PlatformOptions { Home = _home, App = app, Environment = Telemetry(_telemetry) }, cancellationToken: limit.Token);
        var secrets = SecretStore.Open(new PlatformLayout(_home).Secrets);
        Platform = new PlatformUnderTest(_home, _handle, _telemetry, new DemoPlatform
        {
            Gateway = new Uri(_handle.Gateway),
            ClientId = "sandbox",
            ClientSecret = secrets.Password("client.sandbox"),
            Databases = _handle.Services.Keys.ToDictionary(code => code, _handle.ConnectionString, StringComparer.Ordinal),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await (_handle?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_telemetry?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (Environment.GetEnvironmentVariable("CNAIM_KEEP") is null)
        {
            Directory.Delete(_home, recursive: true);
        }
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Telemetry(TelemetryReceiver receiver) => new(StringComparer.Ordinal)
    {
        ["*"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "20000",
            ["Audit__KeepSeconds"] = "15", // what is given to the directory is looked for there
        },
    };

    private static async Task<string> PublishAsync(CancellationToken cancellationToken)
    {
        var repository = Launcher.Repository.Find();
        var app = PlatformLayout.Find(repository).App;
        await PublishPlatform.RunAsync(repository, app, cancellationToken: cancellationToken);
        return app;
    }

    // The unprivileged account of servers and services passes through it.
    private static string NewHome()
    {
        var folder = Directory.CreateTempSubdirectory("cnaim-e2e-").FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }
}
