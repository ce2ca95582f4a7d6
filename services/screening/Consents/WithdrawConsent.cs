using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Consents;

/// <summary>Ends a consent at once, and with it every disclosure that rests on it; needs no reason. The caller commits.</summary>
internal sealed class WithdrawConsent(ConsentStore store, SensitiveOffices offices, OfficeTransaction transaction, TimeProvider clock)
{
    public Task<Decision<WithdrawnConsent>> RunAsync(Guid consentId, Actor actor, CancellationToken cancellationToken) =>
        EndAsync(consentId, "inactive", store.WithdrawAsync, actor, cancellationToken);

    /// <summary>The consent was recorded by mistake; only the office that recorded it may say so.</summary>
    public Task<Decision<WithdrawnConsent>> EnterInErrorAsync(Guid consentId, Actor actor, CancellationToken cancellationToken) =>
        EndAsync(consentId, "entered-in-error", store.EnterInErrorAsync, actor, cancellationToken);

    private async Task<Decision<WithdrawnConsent>> EndAsync(
        Guid consentId,
        string status,
        Func<Guid, Actor, CancellationToken, Task<IReadOnlyList<EndedDisclosure>>> end,
        Actor actor,
        CancellationToken cancellationToken)
    {
        if (await store.FindAsync(consentId, actor, cancellationToken) is not { } consent || (status is not "inactive" && !consent.IsOwn))
        {
            return ScreeningRefusals.ConsentNotFound;
        }

        if (consent.StatutoryGround is not null)
        {
            return ScreeningRefusals.ConsentStatutory;
        }

        var ended = await end(consentId, actor, cancellationToken);
        var now = clock.GetUtcNow();
        transaction.Audit(new AuditEntry
        {
            Action = status is "inactive" ? "consent.withdrawn" : "consent.entered-in-error",
            RecordKind = "consent",
            RecordId = consentId.ToString(),
            Actor = actor,
        });
        var after = consent with { Status = consent.Status is "entered-in-error" ? consent.Status : status, WithdrawnAt = consent.WithdrawnAt ?? now };
        return new WithdrawnConsent(ConsentView.Of(after, actor.Office, offices), [.. ended.Select(disclosure => Tell(disclosure, now))]);
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
