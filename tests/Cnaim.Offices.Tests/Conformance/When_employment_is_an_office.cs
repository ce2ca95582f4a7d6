using Cnaim.Offices.Tests.Support;
using Cnaim.Employment;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_employment_is_an_office(OfficeNetwork network) : OfficeConformance<EmploymentService>("employment", network);
