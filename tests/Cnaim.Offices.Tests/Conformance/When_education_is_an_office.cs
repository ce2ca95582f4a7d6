using Cnaim.Offices.Tests.Support;
using Cnaim.Education;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_education_is_an_office(OfficeNetwork network) : OfficeConformance<EducationService>("education", network);
