using Cnaim.Testing;

namespace Cnaim.Mediation.Tests.Service;

/// <summary>The matrix of rights against the running service over HTTP: each role at a centre, and one without. The architecture tests ask for every office and centre.</summary>
public sealed class When_rights_are_asked_for(MediationUnderTest mediation)
{
    [Fact]
    public async Task Should_answer_every_caller_as_the_table_says()
    {
        using var client = mediation.Anonymous();

        var callers = RightsMatrix.Callers("mediation").Where(caller => caller is { Office: "tax", Centre: "cnaim-lisboa" } or { Office: "tax", Centre: "", Role: "mediator" });

        var (calls, differences) = await RightsOnTheWire.CompareAsync("mediation", client, callers, mediation.Token, TestContext.Current.CancellationToken);

        differences.ShouldBeEmpty();
        calls.ShouldBeGreaterThan(500);
    }
}
