using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Hosting;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A referral reaches this office: it is stored, opens a case, and waits for the staff unless the office's own rule rejects it.</summary>
internal sealed class RequestReferralConsumer(
    OfficeTransaction transaction, ReceiveReferrals receive, CaseStore cases, ReferralOutbox outbox, IReferralRule rule, MagicValues magic, SlowAgent slow, Office office, TimeProvider clock)
    : IConsumer<RequestReferral>
{
    public async Task Consume(ConsumeContext<RequestReferral> context)
    {
        if (!ArrivalRules.IsForUs(context.Message, office.Code) || !context.IsFrom(context.Message.Sender.Office))
        {
            await transaction.RefuseAsync(context, context.Message.ReferralId, "wrong-service", clock.GetUtcNow());
            return;
        }

        var referral = ArrivalRules.Receive(context.Message, rule, clock.GetUtcNow());
        receive.Collect(referral);
        if (string.Equals(referral.Status, ReferralStatus.Rejected, StringComparison.Ordinal))
        {
            cases.CloseForReferral(referral.ReferralId, referral.Status, referral.CreatedAt);
            await outbox.MovedAsync(referral, context.CancellationToken);
        }
        else if (magic.IsSlow(context.Message.Agent))
        {
            slow.Await(referral);
        }
    }
}

internal sealed class RequestReferralConsumerDefinition : OfficeConsumerDefinition<RequestReferralConsumer, RequestReferral>;
