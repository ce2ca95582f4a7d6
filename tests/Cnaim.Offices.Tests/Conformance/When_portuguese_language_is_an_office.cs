using Cnaim.Offices.Tests.Support;
using Cnaim.PortugueseLanguage;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_portuguese_language_is_an_office(OfficeNetwork network) : OfficeConformance<PortugueseLanguageService>("portuguese-language", network);
