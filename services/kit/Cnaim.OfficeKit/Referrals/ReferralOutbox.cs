using Cnaim.Contracts;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Screening;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Which message goes to whom when an aggregate moved; endpoints, consumers and timers call it, and it only collects.</summary>
internal sealed class ReferralOutbox(OfficeTransaction transaction, Office office, NetworkOffices offices)
{
    /// <summary>The request to the receiver, and the thin event; of an open referral first that it was claimed.</summary>
    public async ValueTask RequestedAsync(SentReferral referral, DisclosurePermit permit, (Guid? BasedOn, Guid? PartOf) shared, CancellationToken cancellationToken)
    {
        var sender = new Party { Office = office.Code, Centre = referral.Centre };
        var request = ReferralMessages.Request(referral, sender, permit, shared.BasedOn, shared.PartOf);
        await transaction.EnqueueAsync(referral.ReferralId, Audience.Service(request.Receiver.Office), request, cancellationToken);
        var fact = ReferralFact.Of(referral, office.Code, offices);
        if (referral.OpenArea is not null)
        {
            await transaction.EnqueueAsync(fact with { Verb = ReferralVerb.Claimed }, cancellationToken);
        }

        await transaction.EnqueueAsync(fact, cancellationToken);
    }

    /// <summary>The receiver's report to the sender, and the thin event of its move.</summary>
    public async ValueTask MovedAsync(ReceivedReferral referral, CancellationToken cancellationToken)
    {
        await ReportAsync(referral, cancellationToken);
        await transaction.EnqueueAsync(ReferralFact.Of(referral, office.Code, offices), cancellationToken);
    }

    /// <summary>The receiver's report alone: it says again where it is.</summary>
    public ValueTask ReportAsync(ReceivedReferral referral, CancellationToken cancellationToken) => transaction.EnqueueAsync(
        referral.ReferralId, Audience.Service(referral.SenderOffice), ReferralMessages.Report(referral), cancellationToken);

    /// <summary>The sender's cancel, mistake or time-out to a receiver that was asked.</summary>
    public ValueTask CancelAsync(SentReferral referral, string kind, string? reason, CancellationToken cancellationToken) => transaction.EnqueueAsync(
        referral.ReferralId,
        Audience.Service(referral.ReceiverOffice ?? throw new InvalidOperationException("A draft has nobody to tell.")),
        ReferralMessages.Cancel(referral, kind, reason, referral.UpdatedAt),
        cancellationToken);

    /// <summary>A coordinator's reminder to the receiver.</summary>
    public ValueTask RemindAsync(SentReferral referral, CancellationToken cancellationToken) => transaction.EnqueueAsync(
        referral.ReferralId,
        Audience.Service(referral.ReceiverOffice ?? throw new InvalidOperationException("A draft has nobody to remind.")),
        new Contracts.Commands.RemindReferral { ReferralId = referral.ReferralId, RemindedAt = referral.UpdatedAt },
        cancellationToken);

    /// <summary>A thin event that the sender publishes: its mistake, its time-out, or what it adopted after a time-out.</summary>
    public ValueTask PublishAsync(SentReferral referral, CancellationToken cancellationToken) =>
        transaction.EnqueueAsync(ReferralFact.Of(referral, office.Code, offices), cancellationToken);

    /// <summary>To a system of the receiver's own: what it fetched is to be purged.</summary>
    public ValueTask WithdrawnAsync(ReceivedReferral referral, CancellationToken cancellationToken) => transaction.EnqueueAsync(
        referral.DisclosureId, Audience.Network, ReferralEvents.Withdrawn(ReferralFact.Of(referral, office.Code, offices)), cancellationToken);

    /// <summary>Tells each office once that an open referral is gone.</summary>
    public async ValueTask WithdrawAsync(Guid referralId, IEnumerable<string> candidates, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var candidate in candidates.Distinct(StringComparer.Ordinal))
        {
            var message = new WithdrawOffer { ReferralId = referralId, Reason = reason, WithdrawnAt = now };
            await transaction.EnqueueAsync(referralId, Audience.Service(candidate), message, cancellationToken);
        }
    }
}
