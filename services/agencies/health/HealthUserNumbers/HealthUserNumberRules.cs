using Cnaim.OfficeKit.Cases;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Health.HealthUserNumbers;

internal static class HealthUserNumberRules
{
    public static Decision<HealthUserNumberRequested> Request(HealthUserNumberState? current, DateTimeOffset now) => current switch
    {
        null => CaseRefusals.NotFound,
        { CaseIsOpen: false } => CaseRefusals.Closed,
        { IsRequested: true } => HealthRefusals.NumberAlreadyRequested,
        _ => new HealthUserNumberRequested { CaseId = current.CaseId, RequestedAt = now },
    };

    public static Decision<HealthUserNumberConfirmed> Confirm(HealthUserNumberState? current, DateTimeOffset now) => current switch
    {
        null => CaseRefusals.NotFound,
        { IsRequested: false } => HealthRefusals.NumberNotRequested,
        { IsIssued: true } => HealthRefusals.NumberAlreadyIssued,
        _ => new HealthUserNumberConfirmed { CaseId = current.CaseId, IssuedAt = now },
    };
}
