using Cnaim.Offices.Tests.Support;
using Cnaim.VictimSupport;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_victim_support_is_an_office(OfficeNetwork network) : OfficeConformance<VictimSupportService>("victim-support", network)
{
    /// <summary>A record that nobody is named for is seen by who may name somebody.</summary>
    protected override string AgentRole => "focal-point";
}
