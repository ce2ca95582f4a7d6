using Cnaim.Messaging;

namespace Cnaim.OfficeKit.Cases;

/// <summary>What the endpoints of cases work with.</summary>
internal sealed record CaseServices(CaseStore Cases, OfficeTransaction Transaction, TimeProvider Clock);
