using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

/// <summary>The operator's commands, each as typed, for services of every kind: offices and those that no demo identity belongs to.</summary>
public sealed class When_an_operator_asks(PlatformFixture fixture)
{
    [Theory]
    [InlineData("errors list --service health --json")]
    [InlineData("errors list --service screening --json")]
    [InlineData("errors list --service mediation --queue parked --json")]
    [InlineData("outbox list --service screening --json")]
    [InlineData("retention report --json")]
    public async Task Should_be_answered(string command)
    {
        var (exitCode, output, errors) = await fixture.Platform.ShellAsync("./cnaim " + command);

        exitCode.ShouldBe(0, output + errors);
        output.TrimStart().ShouldStartWith("[");
    }

    [Theory]
    [InlineData("errors list --service directory", "directory exchanges no messages")]
    [InlineData("outbox list --service identity", "identity exchanges no messages")]
    [InlineData("retention report --service directory", "'directory' keeps no records of people")]
    public async Task Should_be_told_what_a_service_does_not_have(string command, string sentence)
    {
        var (exitCode, output, errors) = await fixture.Platform.ShellAsync("./cnaim " + command);

        exitCode.ShouldBe(2, output + errors);
        errors.ShouldContain(sentence);
    }
}
