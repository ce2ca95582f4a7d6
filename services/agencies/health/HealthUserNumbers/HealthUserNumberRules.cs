using Cnaim.Contracts.Events;
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
        _ => new HealthUserNumberRequested { CaseId = current.CaseId, Centre = current.Centre, OccurredAt = now },
    };

    public static Decision<HealthUserNumberConfirmed> Confirm(HealthUserNumberState? current, DateTimeOffset issuedAt) => current switch
    {
        null => CaseRefusals.NotFound,
        { IsRequested: false } => HealthRefusals.NumberNotRequested,
        { IsIssued: true } => HealthRefusals.NumberAlreadyIssued,
        _ => new HealthUserNumberConfirmed { CaseId = current.CaseId, Centre = current.Centre, OccurredAt = issuedAt },
    };
}
