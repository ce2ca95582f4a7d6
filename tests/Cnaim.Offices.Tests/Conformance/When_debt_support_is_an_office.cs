using Cnaim.Offices.Tests.Support;
using Cnaim.DebtSupport;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_debt_support_is_an_office(OfficeNetwork network) : OfficeConformance<DebtSupportService>("debt-support", network);
