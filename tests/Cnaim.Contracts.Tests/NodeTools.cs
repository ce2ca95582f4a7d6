using System.Diagnostics;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

/// <summary>A folder with a package.json, installed when it is first used.</summary>
internal sealed class NodeTools(string folder, string package)
{
    private readonly string _folder = Repository.At("tests", "Cnaim.Contracts.Tests", folder);

    public async Task<(int Code, string Output)> RunAsync(string command, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(_folder, "node_modules", package)))
        {
            var (code, output) = await StartAsync("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error");
            code.ShouldBe(0, output);
        }

        return await StartAsync(command, arguments);
    }

    private async Task<(int Code, string Output)> StartAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
