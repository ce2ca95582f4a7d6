using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Cnaim.Testing;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>Pages as they were served, before a browser mended them, and what html-validate finds in them.</summary>
internal sealed class HtmlFaults
{
    private static readonly string Tools = Repository.At("tests", "Cnaim.EndToEnd.Tests", "html");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<IPage, bool> _watched = new();
    private readonly ConcurrentQueue<Task<string>> _pages = new();

    /// <summary>Keeps each document that this page loads from now on.</summary>
    public void Watch(IPage page)
    {
        if (_watched.TryAdd(page, true))
        {
            page.Response += (_, response) => Keep(page, response);
        }
    }

    public async Task<(int Pages, string Faults)> FindAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cnaim-html-");
        try
        {
            var pages = await Task.WhenAll(_pages);
            foreach (var (number, text) in pages.Index())
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, number.ToString("D3", CultureInfo.InvariantCulture) + ".html"), text, cancellationToken);
            }

            await InstallAsync(cancellationToken);
            var (code, output) = await RunAsync("node", ["node_modules/html-validate/bin/html-validate.mjs", "--config", ".htmlvalidate.json", folder.FullName], cancellationToken);
            return (pages.Length, code is 0 ? "" : output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Keep(IPage page, IResponse response)
    {
        if (response.Request.ResourceType is "document" && response.Status is not (301 or 302 or 303))
        {
            _pages.Enqueue(ReadAsync(page, response));
        }
    }

    // A page that is left at once may take its text along, and then the browser never answers.
    private static async Task<string> ReadAsync(IPage page, IResponse response)
    {
        try
        {
            return await response.TextAsync().WaitAsync(Patience);
        }
        catch (TimeoutException) when (response.Request.Method is "GET")
        {
            return await (await page.APIRequest.GetAsync(response.Url)).TextAsync();
        }
    }

    private static async Task InstallAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(Tools, "node_modules", "html-validate")))
        {
            var (code, output) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cancellationToken);
            code.ShouldBe(0, output);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string command, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = Tools, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
