using Cnaim.Offices.Tests.Referrals;
using Cnaim.Offices.Tests.Support;
using Cnaim.VoterRegistration;

namespace Cnaim.Offices.Tests.Conformance;

[Collection(When_an_office_is_restored.Alone)]
public sealed class When_voter_registration_is_an_office(OfficeNetwork network) : OfficeConformance<VoterRegistrationService>("voter-registration", network);
