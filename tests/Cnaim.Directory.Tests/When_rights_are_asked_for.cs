using Cnaim.Testing;

namespace Cnaim.Directory.Tests;

/// <summary>The matrix of rights against the running service over HTTP.</summary>
public sealed class When_rights_are_asked_for(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    [Fact]
    public async Task Should_answer_every_caller_as_the_table_says()
    {
        var (calls, differences) = await RightsOnTheWire.CompareAsync("directory", directory.Client, directory.Token, TestContext.Current.CancellationToken);
        differences.ShouldBeEmpty();
        calls.ShouldBeGreaterThan(500);
    }
}
