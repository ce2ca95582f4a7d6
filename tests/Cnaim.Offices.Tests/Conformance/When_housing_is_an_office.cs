using Cnaim.Offices.Tests.Support;
using Cnaim.Housing;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_housing_is_an_office(OfficeNetwork network) : OfficeConformance<HousingService>("housing", network);
