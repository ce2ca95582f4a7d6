using Cnaim.Messaging;
using Cnaim.OfficeKit.Referrals;

namespace Cnaim.OfficeKit.Erasure;

/// <summary>What this office holds of a person, locked; pure apart from that.</summary>
internal sealed record HeldRecords(IReadOnlyList<HeldCase> Cases, IReadOnlyList<ReceivedReferral> Received, IReadOnlyList<SentReferral> Sent)
{
    /// <summary>Appointments that no law keeps.</summary>
    public IReadOnlyList<Guid> Appointments { get; init; } = [];

    /// <summary>The laws under which something stays.</summary>
    public string[] LegalBases => [.. Cases.Select(held => held.KeepBasis).OfType<string>().Distinct(StringComparer.Ordinal)];

    public Guid[] ErasableCases => [.. Cases.Where(held => held.KeepBasis is null).Select(held => held.CaseId)];

    public Guid[] ErasableReceived => [.. Received.Where(referral => !IsKept(referral)).Select(referral => referral.ReferralId)];

    public Guid[] SentIds => [.. Sent.Select(referral => referral.ReferralId)];

    public int KeptCases => Cases.Count(held => held.KeepBasis is not null);

    public int KeptReceived => Received.Count(IsKept);

    /// <summary>The same for messages, stored answers and the audit trail.</summary>
    public ErasureScope ScopeOf(Guid orderId, IReadOnlyCollection<string> references, bool isDryRun) => new()
    {
        OrderId = orderId,
        References = references,
        IsDryRun = isDryRun,
        Streams = [.. ErasableCases, .. Appointments, .. ErasableReceived, .. SentIds],
        Records =
        [
            .. ErasableCases.Select(id => ("case", id.ToString())),
            .. Appointments.Select(id => ("appointment", id.ToString())),
            .. ErasableReceived.Concat(SentIds).Select(id => ("referral", id.ToString())),
            .. Received.Where(referral => !IsKept(referral)).Select(referral => ("disclosure", referral.DisclosureId.ToString())),
        ],
    };

    private bool IsKept(ReceivedReferral referral) => Cases.Any(held => held.CaseId == referral.CaseId && held.KeepBasis is not null);
}
