using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using MassTransit;

namespace Cnaim.OfficeKit.Erasure;

/// <summary>Screening asks this office to forget a person, or what that would mean; the answer is counts and laws. A person who is not known here is an answer of zeros.</summary>
internal sealed class ErasePersonConsumer(ForgetPerson forget, OfficeTransaction transaction, TimeProvider clock) : IConsumer<ErasePerson>
{
    public async Task Consume(ConsumeContext<ErasePerson> context)
    {
        var (order, cancellationToken) = (context.Message, context.CancellationToken);
        var (counts, laws) = await forget.RunAsync(order.OrderId, order.PersonRefs, order.DryRun, cancellationToken);
        var answer = new ConfirmErasure
        {
            OrderId = order.OrderId,
            DryRun = order.DryRun,
            Counts = counts,
            LegalBases = laws,
            ConfirmedAt = clock.GetUtcNow(),
        };
        await transaction.EnqueueAsync(order.OrderId, Audience.SenderOf(context), answer, cancellationToken);
        transaction.Audit(new AuditEntry
        {
            Action = order.DryRun ? "erasure.counted" : "erasure.done",
            RecordKind = "erasure",
            RecordId = order.OrderId.ToString(),
        });
    }
}

internal sealed class ErasePersonConsumerDefinition : OfficeConsumerDefinition<ErasePersonConsumer, ErasePerson>;
