using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Consents;

/// <summary>Ends a consent at once, for all or for some of its recipients, and with it every disclosure that rests on it; needs no reason. The caller commits.</summary>
internal sealed class WithdrawConsent(ConsentStore store, SensitiveOffices offices, OfficeTransaction transaction, TimeProvider clock)
{
    /// <summary>From the recipients that are named, as the caller sees them; from all when none is.</summary>
    public async Task<Decision<WithdrawnConsent>> RunAsync(Guid consentId, IReadOnlyCollection<string> from, Actor actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(consentId, actor, cancellationToken) is not { } consent)
        {
            return ScreeningRefusals.ConsentNotFound;
        }

        var errors = new Errors();
        errors.Codes("recipients", from, ConsentView.Of(consent, actor.Office, offices).Recipients.Contains, isRequired: false);
        if (errors.As(ScreeningRefusals.ConsentInvalid) is { } refusal)
        {
            return refusal;
        }

        string[] leaving = [.. consent.Recipients.Where(code => from.Contains(offices.For(code, actor.Office), StringComparer.Ordinal))];
        if (leaving.Length == 0 || leaving.Length == consent.Recipients.Length || consent.WithdrawnAt is not null)
        {
            return await EndAsync(consent, "inactive", () => store.WithdrawAsync(consentId, actor, cancellationToken), from: [], actor);
        }

        var rest = consent with { Recipients = [.. consent.Recipients.Except(leaving, StringComparer.Ordinal)] };
        return await EndAsync(rest, status: null, () => store.WithdrawFromAsync(consentId, leaving, actor, cancellationToken), from, actor);
    }

    /// <summary>The consent was recorded by mistake; only the office that recorded it may say so.</summary>
    public async Task<Decision<WithdrawnConsent>> EnterInErrorAsync(Guid consentId, Actor actor, CancellationToken cancellationToken) =>
        await store.FindAsync(consentId, actor, cancellationToken) is { IsOwn: true } consent
            ? await EndAsync(consent, "entered-in-error", () => store.EnterInErrorAsync(consentId, actor, cancellationToken), from: [], actor)
            : ScreeningRefusals.ConsentNotFound;

    // Without a status the consent goes on for the recipients that are left.
    private async Task<Decision<WithdrawnConsent>> EndAsync(ConsentRow consent, string? status, Func<Task<IReadOnlyList<EndedDisclosure>>> end, IReadOnlyCollection<string> from, Actor actor)
    {
        if (consent.StatutoryGround is not null)
        {
            return ScreeningRefusals.ConsentStatutory;
        }

        var ended = await end();
        var now = clock.GetUtcNow();
        transaction.Audit(new AuditEntry
        {
            Action = status is "entered-in-error" ? "consent.entered-in-error" : "consent.withdrawn",
            RecordKind = "consent",
            RecordId = consent.ConsentId.ToString(),
            Actor = actor,
            Detail = from.Count == 0 ? null : new Dictionary<string, string?>(StringComparer.Ordinal) { ["recipients"] = string.Join(',', from) },
        });
        var after = consent with
        {
            Status = consent.Status is "entered-in-error" ? consent.Status : status ?? consent.Status,
            WithdrawnAt = consent.WithdrawnAt ?? (status is null ? null : now),
        };
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
