using Cnaim.Offices.Tests.Support;
using Cnaim.ConsumerSupport;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_consumer_support_is_an_office(OfficeNetwork network) : OfficeConformance<ConsumerSupportService>("consumer-support", network);
