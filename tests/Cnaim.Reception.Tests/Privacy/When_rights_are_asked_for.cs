using Cnaim.Reception.Tests.Support;
using Cnaim.Testing;

namespace Cnaim.Reception.Tests.Privacy;

/// <summary>The matrix of rights against the running reception.</summary>
public sealed class When_rights_are_asked_for(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_answer_every_caller_as_the_table_says()
    {
        reception.Clock.Set(TestClock.Morning);
        // Every role, for reception and for another office, with and without a centre; a second centre and OAuth scopes change nothing here.
        var callers = RightsMatrix.Callers("reception").Where(caller => caller.Centre is not "cnaim-faro" && caller.Scopes.Length == 0);
        using var client = reception.CreateClient();
        var (calls, differences) = await RightsOnTheWire.CompareAsync(
            "reception",
            client,
            callers,
            caller => reception.TokenOf(caller.Centre, caller.Role, caller.ToString(), caller.Office, caller.Scopes),
            TestContext.Current.CancellationToken);
        differences.ShouldBeEmpty();
        calls.ShouldBeGreaterThan(2000);
    }
}
