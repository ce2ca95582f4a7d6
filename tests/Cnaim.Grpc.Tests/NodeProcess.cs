using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Cnaim.Grpc.Tests;

/// <summary>A node script of the folder <c>interop</c>; it ends with its standard input.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly SemaphoreSlim s_installing = new(1);
    private readonly Process _process;

    private NodeProcess(Process process)
    {
        _process = process;
    }

    public static async Task<NodeProcess> Start(string script, params string[] arguments)
    {
        await EnsureInstalled();
        return new NodeProcess(Run("node", [script, .. arguments]));
    }

    public async Task<string> ReadLine()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        var errors = _process.StandardError.ReadToEndAsync(limit.Token);
        return await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException(await errors);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task EnsureInstalled()
    {
        await s_installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Directory.Exists(Path.Combine(Folder(), "node_modules", "@grpc", "grpc-js")))
            {
                using var install = Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
                var output = await install.StandardError.ReadToEndAsync();
                await install.WaitForExitAsync();
                install.ExitCode.ShouldBe(0, output);
            }
        }
        finally
        {
            s_installing.Release();
        }
    }

    private static Process Run(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "interop");
}
