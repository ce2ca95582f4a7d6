using System.Diagnostics;
using System.Text.RegularExpressions;
using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests;

/// <summary>Runs the README's marked blocks one after the other in one shell, as a reader would paste them.</summary>
public sealed partial class When_the_readme_is_followed(PlatformFixture fixture)
{
    private const string Shown = "http://127.0.0.1:8080";

    [Fact]
    public async Task Should_work_as_written()
    {
        var blocks = Marked().Matches(await File.ReadAllTextAsync(Repository.At("README.md"), TestContext.Current.CancellationToken)).Select(match => match.Groups["code"].Value).ToList();
        blocks.ShouldNotBeEmpty("README.md marks its copy-paste blocks with <!-- e2e -->");
        var script = "set -euo pipefail\n" + string.Join('\n', blocks).Replace(Shown, fixture.Platform.Demo.Gateway.ToString().TrimEnd('/'), StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["CNAIM_HOME"] = fixture.Platform.Home;
        start.Environment["CNAIM_GATEWAY_PORT"] = fixture.Platform.Demo.Gateway.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = shell.StandardError.ReadToEndAsync(limit.Token);
        await shell.WaitForExitAsync(limit.Token);

        shell.ExitCode.ShouldBe(0, await output + await errors);
    }

    [GeneratedRegex("<!-- e2e -->\\s*```sh\\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
