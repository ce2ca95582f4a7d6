using Cnaim.Offices.Tests.Support;
using Cnaim.FamilyReunification;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_family_reunification_is_an_office(OfficeNetwork network) : OfficeConformance<FamilyReunificationService>("family-reunification", network);
