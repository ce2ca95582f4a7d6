using Cnaim.Offices.Tests.Support;
using Cnaim.SocialSupport;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_social_support_is_an_office(OfficeNetwork network) : OfficeConformance<SocialSupportService>("social-support", network);
