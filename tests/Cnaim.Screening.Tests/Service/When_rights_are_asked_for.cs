using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

/// <summary>The matrix of rights against the running service over HTTP.</summary>
public sealed class When_rights_are_asked_for(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_answer_every_caller_as_the_table_says()
    {
        using var client = platform.Anonymous();
        var (calls, differences) = await RightsOnTheWire.CompareAsync(
            "screening", client, caller => platform.Token(caller.Office, caller.Centre, caller.Role, caller.Scopes), TestContext.Current.CancellationToken);
        differences.ShouldBeEmpty();
        calls.ShouldBeGreaterThan(1000);
    }
}
