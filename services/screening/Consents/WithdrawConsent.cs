using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Consents;

/// <summary>Ends a consent at once, and with it every disclosure that rests on it; needs no reason. The caller commits.</summary>
internal sealed class WithdrawConsent(ConsentStore store, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<WithdrawnConsent>> RunAsync(Guid consentId, Actor actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(consentId, actor, cancellationToken) is not { } consent)
        {
            return ScreeningRefusals.ConsentNotFound;
        }

        var ended = await store.WithdrawAsync(consentId, actor, cancellationToken);
        var now = clock.GetUtcNow();
        transaction.Audit(new AuditEntry { Action = "consent.withdrawn", RecordKind = "consent", RecordId = consentId.ToString(), Actor = actor });
        var view = ConsentView.Of(consent with { Status = "inactive", WithdrawnAt = consent.WithdrawnAt ?? now }, actor.Office);
        return new WithdrawnConsent(view, [.. ended.Select(disclosure => Tell(disclosure, now))]);
    }

    private static (string Receiver, WithdrawDisclosure Command) Tell(EndedDisclosure disclosure, DateTimeOffset now) =>
        (disclosure.ReceiverOffice, new WithdrawDisclosure
        {
            DisclosureId = disclosure.DisclosureId,
            ReferralId = disclosure.ReferralId,
            Categories = disclosure.Categories,
            WithdrawnAt = now,
        });
}

/// <summary>The consent, and whom to tell.</summary>
internal sealed record WithdrawnConsent(ConsentView Consent, IReadOnlyList<(string Receiver, WithdrawDisclosure Command)> Tell)
{
    /// <summary>Puts the commands into the outbox; called by the endpoint (style.md rule 26).</summary>
    public async Task EnqueueAsync(OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var (receiver, command) in Tell)
        {
            await transaction.EnqueueAsync(command.DisclosureId, Audience.Service(receiver), command, cancellationToken);
        }
    }
}
