using Cnaim.Offices.Tests.Support;
using Cnaim.RefugeeIntegration;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_refugee_integration_is_an_office(OfficeNetwork network) : OfficeConformance<RefugeeIntegrationService>("refugee-integration", network);
