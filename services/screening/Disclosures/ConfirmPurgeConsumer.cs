using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using MassTransit;

namespace Cnaim.Screening.Disclosures;

/// <summary>Only the receiver of a disclosure confirms it: another office's command changes nothing.</summary>
internal sealed class ConfirmPurgeConsumer(ConfirmDisclosure confirm) : IConsumer<ConfirmPurge>
{
    public async Task Consume(ConsumeContext<ConfirmPurge> context)
    {
        var message = context.Message;
        await confirm.RunAsync(
            message.DisclosureId, Audience.SenderOf(context).Code, message.Result, message.LegalBasis, message.ConfirmedAt, context.CancellationToken);
    }
}

internal sealed class ConfirmPurgeConsumerDefinition : OfficeConsumerDefinition<ConfirmPurgeConsumer, ConfirmPurge>;
