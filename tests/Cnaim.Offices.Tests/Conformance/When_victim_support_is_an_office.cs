using Cnaim.Offices.Tests.Support;
using Cnaim.VictimSupport;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_victim_support_is_an_office(OfficeNetwork network) : OfficeConformance<VictimSupportService>("victim-support", network);
