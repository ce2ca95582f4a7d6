using Cnaim.Offices.Tests.Support;
using Cnaim.LegalSupport;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_legal_support_is_an_office(OfficeNetwork network) : OfficeConformance<LegalSupportService>("legal-support", network);
