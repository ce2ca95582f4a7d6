using System.Text.RegularExpressions;
using Cnaim.EndToEnd.Tests.Support;
using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests;

/// <summary>Runs the README's marked blocks one after the other in one shell, as a reader would paste them.</summary>
public sealed partial class When_the_readme_is_followed(PlatformFixture fixture)
{
    private const string Shown = "http://127.0.0.1:8080";

    // Of each step, what it shows.
    private static readonly string[] Steps =
    [
        "Tokens: \\d{3,} and \\d{3,} characters", "\"slug\":\"aima\"", "\"issues\":\\[", "Sent: [0-9a-f-]{36}", "\"completed\"", "Waiting for events", " verified +pt\\.cnaim\\.referral\\.requested\\.v1",
    ];

    private static readonly TimeSpan Promised = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Should_lead_to_a_verified_webhook_within_five_minutes()
    {
        var (exitCode, output, errors) = await fixture.Platform.ShellAsync(string.Join('\n', await BlocksAsync()), Promised);

        exitCode.ShouldBe(0, output + errors);
        Steps.Where(step => !Regex.IsMatch(output, step, RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBeEmpty(output);
    }

    [Fact]
    public async Task Should_say_what_failed_instead_of_waiting_for_ever()
    {
        var last = (await BlocksAsync())[^1];

        var (exitCode, output, _) = await fixture.Platform.ShellAsync("export CNAIM_HOME=$(mktemp -d)\n" + last, TimeSpan.FromSeconds(90));

        exitCode.ShouldNotBe(0);
        output.ShouldContain("./cnaim sandbox did not say 'Waiting'");
        File.Delete(Repository.At("webhook.txt"));
    }

    private async Task<List<string>> BlocksAsync()
    {
        var readme = await File.ReadAllTextAsync(Repository.At("README.md"), TestContext.Current.CancellationToken);
        var gateway = fixture.Platform.Demo.Gateway.ToString().TrimEnd('/');
        var blocks = Marked().Matches(readme).Select(match => match.Groups["code"].Value.Replace(Shown, gateway, StringComparison.Ordinal)).ToList();
        blocks.ShouldNotBeEmpty("README.md marks its copy-paste blocks with <!-- e2e -->");
        return blocks;
    }

    [GeneratedRegex("<!-- e2e -->\\s*```sh\\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
