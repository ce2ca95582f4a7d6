namespace Cnaim.Faults.Tests;

/// <summary>F3: kill -9 of the broker, with messages in flight.</summary>
[Collection(nameof(ServerFaults))]
public sealed class When_the_broker_is_killed(BrokerOutage outage) : IClassFixture<BrokerOutage>
{
    [Fact]
    public void Should_lose_and_double_nothing() => Printed(outage.Sound).IsClean.ShouldBeTrue(outage.Sound.ToString());

    [Fact]
    public void Should_lose_messages_when_no_confirm_is_awaited() => Printed(outage.WithoutConfirms).Lost.ShouldBe(BrokerOutage.Unconfirmed);

    [Fact]
    public void Should_say_that_the_flow_is_broken() => outage.IsSoundTruthful.ShouldBeTrue();

    [Fact]
    public void Should_say_nothing_when_health_is_always_green() => outage.IsAlwaysGreenTruthful.ShouldBeFalse();

    private static FaultReport Printed(FaultReport report)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        return report;
    }
}
