using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Reads what a referral names by <c>basedOn</c> and <c>partOf</c>; reads nothing when it names nothing.</summary>
internal sealed class ReferralLinks(SentReferralStore sent, ReceivedReferralStore received)
{
    /// <summary>What is wrong with the links of a new referral.</summary>
    public async Task<Errors> CheckAsync(SentReferral draft, RecordScope scope, CancellationToken cancellationToken) =>
        LinkRules.Check(draft, await EarlierAsync(draft, scope, cancellationToken), await OriginAsync(draft, scope, cancellationToken));

    /// <summary>The ids that may travel to the receiver.</summary>
    public async Task<(Guid? BasedOn, Guid? PartOf)> SharedAsync(SentReferral referral, CancellationToken cancellationToken) => (
        LinkRules.SharedBasedOn(referral, await EarlierAsync(referral, RecordScope.SystemAt(referral.Centre), cancellationToken)),
        LinkRules.SharedPartOf(referral, await OriginAsync(referral, RecordScope.SystemAt(referral.Centre), cancellationToken)));

    private async Task<SentReferral?> EarlierAsync(SentReferral referral, RecordScope scope, CancellationToken cancellationToken) =>
        referral.BasedOn is { } id ? await sent.PeekAsync(id, scope, cancellationToken) : null;

    private async Task<ReceivedReferral?> OriginAsync(SentReferral referral, RecordScope scope, CancellationToken cancellationToken) =>
        referral.PartOf is { } id ? await received.PeekAsync(id, scope, cancellationToken) : null;
}
