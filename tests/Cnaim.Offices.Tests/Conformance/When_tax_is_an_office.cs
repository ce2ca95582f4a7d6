using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_tax_is_an_office(OfficeNetwork network) : OfficeConformance<TaxService>("tax", network);
