using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using MassTransit;

namespace Cnaim.Screening.Erasures;

/// <summary>An office has counted, or has erased; only for itself, and only what it was told. The order's message, which named the person to it, takes no effect any more.</summary>
internal sealed class ConfirmErasureConsumer(ErasureStore store, EraseMessages messages, OfficeTransaction transaction) : IConsumer<ConfirmErasure>
{
    public async Task Consume(ConsumeContext<ConfirmErasure> context)
    {
        var (answer, office, cancellationToken) = (context.Message, Audience.SenderOf(context).Code, context.CancellationToken);
        if (await store.OfOfficeAsync(answer.OrderId, office, cancellationToken) is not { } erasureId)
        {
            return;
        }

        if (answer.DryRun)
        {
            await store.CountedAsync(erasureId, office, answer.Counts, answer.LegalBases, cancellationToken);
            return;
        }

        if (!await store.ConfirmedAsync(erasureId, office, answer.Counts, answer.LegalBases, cancellationToken))
        {
            return;
        }

        await store.ConfirmDisclosuresAsync(erasureId, office, cancellationToken);
        await messages.VoidSentAsync([answer.OrderId], office, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "erasure.confirmed", RecordKind = "erasure", RecordId = erasureId.ToString() });
    }
}

internal sealed class ConfirmErasureConsumerDefinition : OfficeConsumerDefinition<ConfirmErasureConsumer, ConfirmErasure>;
