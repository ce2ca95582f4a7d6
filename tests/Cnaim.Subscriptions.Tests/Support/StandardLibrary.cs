using System.Diagnostics;
using System.Text.Json;
using Cnaim.Testing;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>The npm package standardwebhooks, unmodified, as a receiver would use it.</summary>
internal static class StandardLibrary
{
    private static readonly string Folder = Repository.At("tests", "Cnaim.Subscriptions.Tests", "node");

    /// <summary>What it says of each request: <c>ok</c>, or why not.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(params (string Secret, IReadOnlyDictionary<string, string> Headers, string Body)[] requests)
    {
        await InstallAsync("standardwebhooks");
        var lines = requests.Select(request => JsonSerializer.Serialize(new
        {
            secret = request.Secret,
            headers = request.Headers.Where(header => header.Key.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase)).ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value),
            body = request.Body,
        }));
        var output = await RunAsync("node", ["verify.mjs"], string.Join('\n', lines) + "\n");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static async Task InstallAsync(string package)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", package)))
        {
            await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
        }
    }

    private static async Task<string> RunAsync(string command, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Calls.Cancelled), process.StandardError.ReadToEndAsync(Calls.Cancelled));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Calls.Cancelled);
        process.ExitCode.ShouldBe(0, await output + await errors);
        return await output;
    }
}
