using Cnaim.Offices.Tests.Support;
using Cnaim.Qualifications;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_qualifications_is_an_office(OfficeNetwork network) : OfficeConformance<QualificationsService>("qualifications", network);
