using Cnaim.Offices.Tests.Support;
using Cnaim.Entrepreneurship;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_entrepreneurship_is_an_office(OfficeNetwork network) : OfficeConformance<EntrepreneurshipService>("entrepreneurship", network);
