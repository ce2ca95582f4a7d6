using System.Diagnostics;
using System.Text.Json;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Runs a partner's client of another language once: the npm packages <c>@grpc/grpc-js</c> and <c>@grpc/proto-loader</c>, unmodified, and keeps what it saw.</summary>
public sealed class GrpcJsPartner(PlatformFixture fixture) : IAsyncLifetime
{
    private const string Client = "sandbox-agency";
    private static readonly string Folder = Testing.Repository.At("tests", "Cnaim.EndToEnd.Tests", "grpc");
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private JsonDocument? _seen;

    public JsonElement this[string call] => _seen!.RootElement.GetProperty(call);

    public async ValueTask InitializeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Api.Cancellation);
        limit.CancelAfter(Limit);
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@grpc", "grpc-js")))
        {
            await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], limit.Token);
        }

        _seen = JsonDocument.Parse(await RunAsync("node", ["client.js"], limit.Token));
    }

    public ValueTask DisposeAsync()
    {
        _seen?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> RunAsync(string command, string[] arguments, CancellationToken cancellationToken)
    {
        var platform = fixture.Platform;
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CNAIM_GATEWAY"] = platform.Demo.Gateway.GetLeftPart(UriPartial.Authority);
        start.Environment["CNAIM_GRPC"] = new Uri(platform.Handle.GatewayGrpc).Authority;
        start.Environment["CNAIM_CLIENT_ID"] = Client;
        start.Environment["CNAIM_CLIENT_SECRET"] = SecretStore.Open(new PlatformLayout(platform.Home).Secrets).Password("client." + Client);
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            process.ExitCode.ShouldBe(0, await output + await errors);
            return await output;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
