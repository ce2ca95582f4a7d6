using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Cases;

/// <summary>What the endpoints of cases work with.</summary>
internal sealed record CaseServices(CaseStore Cases, RestrictedRecords Records, OfficeTransaction Transaction, TimeProvider Clock);
