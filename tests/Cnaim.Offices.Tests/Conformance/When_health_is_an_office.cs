using Cnaim.Offices.Tests.Support;
using Cnaim.Health;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_health_is_an_office(OfficeNetwork network) : OfficeConformance<HealthService>("health", network);
