using System.Text.RegularExpressions;
using Cnaim.EndToEnd.Tests.Support;
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
        var script = string.Join('\n', blocks).Replace(Shown, fixture.Platform.Demo.Gateway.ToString().TrimEnd('/'), StringComparison.Ordinal);

        var (exitCode, output, errors) = await fixture.Platform.ShellAsync(script);

        exitCode.ShouldBe(0, output + errors);
    }

    [GeneratedRegex("<!-- e2e -->\\s*```sh\\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
