using Cnaim.Offices.Tests.Support;
using Cnaim.CivilRegistry;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_civil_registry_is_an_office(OfficeNetwork network) : OfficeConformance<CivilRegistryService>("civil-registry", network);
