using Cnaim.Messaging;

namespace Cnaim.Faults.Tests;

/// <summary>Fail-points and switches exist in the fault build only.</summary>
public sealed class When_the_kit_is_shipped
{
    [Theory]
    [InlineData("Sabotage")]
    [InlineData("FailPoint")]
    [InlineData("OffsetClock")]
    [InlineData("TornWrites")]
    public void Should_contain_no_fault(string type)
    {
        typeof(OfficeTransaction).Assembly.GetType("Cnaim.Messaging.Faults.Fault").ShouldNotBeNull();
        typeof(OfficeTransaction).Assembly.GetType("Cnaim.Messaging.Faults." + type).ShouldBeNull();
    }
}
