using Cnaim.Offices.Tests.Support;
using Cnaim.SocialSecurity;

namespace Cnaim.Offices.Tests.Conformance;

public sealed class When_social_security_is_an_office(OfficeNetwork network) : OfficeConformance<SocialSecurityService>("social-security", network);
