using Cnaim.Offices.Tests.Support;
using Cnaim.LabourConditions;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_labour_conditions_is_an_office(OfficeNetwork network) : OfficeConformance<LabourConditionsService>("labour-conditions", network);
