using System.Diagnostics;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

/// <summary>The official parser reads the document, all schemas included.</summary>
public sealed class When_the_AsyncAPI_document_is_read
{
    private static readonly string Tools = Repository.At("tests", "Cnaim.Contracts.Tests", "asyncapi");

    [Fact]
    public async Task Should_be_valid_for_the_official_parser()
    {
        await InstallAsync(TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync("node", ["validate.mjs", Repository.At("contracts", "asyncapi", "cnaim.yaml")], TestContext.Current.CancellationToken);

        code.ShouldBe(0, output);
        output.ShouldContain($"messages: {Catalogue.Messages.Count}");
    }

    [Fact]
    public async Task Should_be_refused_when_a_reference_is_broken()
    {
        await InstallAsync(TestContext.Current.CancellationToken);
        var broken = Repository.At("contracts", "asyncapi", "broken.received.yaml");
        var document = await File.ReadAllTextAsync(Repository.At("contracts", "asyncapi", "cnaim.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(broken, document.Replace("'#/channels/commands'", "'#/channels/nowhere'", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (code, _) = await RunAsync("node", ["validate.mjs", broken], TestContext.Current.CancellationToken);

        File.Delete(broken);
        code.ShouldNotBe(0);
    }

    private static async Task InstallAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path.Combine(Tools, "node_modules", "@asyncapi", "parser")))
        {
            return;
        }

        var (code, output) = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], cancellationToken);
        code.ShouldBe(0, output);
    }

    private static async Task<(int Code, string Output)> RunAsync(string command, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Tools,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
