using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using MassTransit;

namespace Cnaim.Health.HealthUserNumbers;

/// <summary>The register's connector reports that a number exists; the number itself is in no message: whoever may see it fetches it there.</summary>
internal sealed class ConfirmHealthUserNumberConsumer(HealthUserNumberStore store, OfficeTransaction transaction, TimeProvider clock) : IConsumer<ConfirmHealthUserNumber>
{
    public async Task Consume(ConsumeContext<ConfirmHealthUserNumber> context)
    {
        var (caseId, cancellationToken) = (context.Message.CaseId, context.CancellationToken);
        var decision = HealthUserNumberRules.Confirm(await store.LoadAsync(caseId, centre: null, cancellationToken), context.Message.IssuedAt);
        if (!decision.IsAccepted)
        {
            await transaction.RefuseAsync(context, caseId, decision.Refusal.Code, clock.GetUtcNow());
            return;
        }

        await store.ConfirmAsync(decision.Event, cancellationToken);
        await transaction.EnqueueAsync(caseId, Audience.Network, decision.Event, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "health-user-number.confirmed", RecordKind = "case", RecordId = caseId.ToString() });
    }
}

internal sealed class ConfirmHealthUserNumberConsumerDefinition : OfficeConsumerDefinition<ConfirmHealthUserNumberConsumer, ConfirmHealthUserNumber>;
