using Cnaim.Offices.Tests.Support;
using Cnaim.Borders;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_borders_is_an_office(OfficeNetwork network) : OfficeConformance<BordersService>("borders", network);
