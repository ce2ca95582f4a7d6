using System.Text.Json;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Subscriptions.Agreements;

/// <summary>Asks for other terms, and decides: what narrows counts at once, what widens by a second person only.</summary>
internal sealed class ChangeAgreement(AgreementStore agreements, AgreementRules rules, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<AgreementChange>> AskAsync(NewAgreementChange asked, Actor actor, CancellationToken cancellationToken)
    {
        if (Check(asked) is { } refusal)
        {
            return refusal;
        }

        var present = await agreements.LockAsync(asked.ClientId, cancellationToken);
        var (now, widens) = (clock.GetUtcNow(), AgreementRules.Widens(present?.ToAgreement().Terms, asked.Terms));
        var change = new AgreementChangeRow
        {
            ChangeId = Guid.CreateVersion7(now),
            ClientId = asked.ClientId,
            Terms = JsonSerializer.Serialize(asked.Terms, JsonSerializerOptions.Web),
            Widens = widens,
            BaseVersion = present?.Version ?? 0,
            Reason = asked.Reason,
            RequestedBy = actor.Subject,
            RequestedAt = now,
            Decision = widens ? null : AgreementChange.Applied,
            DecidedBy = widens ? null : actor.Subject,
            DecidedAt = widens ? null : now,
        };
        await agreements.AskAsync(change, cancellationToken);
        if (!widens && !await agreements.SaveAsync(asked.ClientId, asked.Terms, change.BaseVersion, cancellationToken))
        {
            return SubscriptionsRefusals.AgreementMoved;
        }

        if (!widens)
        {
            await ForgetUnreadAsync(asked.ClientId, present, asked.Terms, cancellationToken);
        }

        transaction.Audit(Entry(widens ? "agreement-change.requested" : "agreement.narrowed", change, actor));
        return change.ToChange();
    }

    public async Task<Decision<AgreementChange>> DecideAsync(Guid changeId, bool isApproved, Actor actor, CancellationToken cancellationToken)
    {
        var change = await agreements.LockChangeAsync(changeId, cancellationToken);
        var refusal = change is null ? CommonRefusals.NotFound
            : change.Decision is not null ? SubscriptionsRefusals.ChangeDecided
            : isApproved && string.Equals(change.RequestedBy, actor.Subject, StringComparison.Ordinal) ? SubscriptionsRefusals.OwnChange
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        if (isApproved)
        {
            var present = await agreements.LockAsync(change!.ClientId, cancellationToken);
            if (!await agreements.SaveAsync(change.ClientId, change.ReadTerms(), change.BaseVersion, cancellationToken))
            {
                return SubscriptionsRefusals.AgreementMoved;
            }

            await ForgetUnreadAsync(change.ClientId, present, change.ReadTerms(), cancellationToken);
        }

        var decision = isApproved ? AgreementChange.Approved : AgreementChange.Rejected;
        await agreements.DecideAsync(changeId, decision, actor.Subject, clock.GetUtcNow(), cancellationToken);
        transaction.Audit(Entry("agreement-change." + decision, change!, actor));
        return change!.ToChange() with { Decision = decision, DecidedBy = actor.Subject };
    }

    // What widens in one thing may narrow in another: where the way back would widen, what lies unread in a queue may be what is no longer allowed.
    private async Task ForgetUnreadAsync(string clientId, AgreementRow? present, AgreementTerms terms, CancellationToken cancellationToken)
    {
        if (present is not null && AgreementRules.Widens(terms, present.ToAgreement().Terms))
        {
            await agreements.AskQueueResetAsync(clientId, cancellationToken);
        }
    }

    private Refusal? Check(NewAgreementChange asked) =>
        asked.ClientId.Length is < 3 or > 200 ? SubscriptionsRefusals.AgreementWith(["clientId: use 3 to 200 characters."])
        : asked.Reason.Length is < 3 or > 500 ? SubscriptionsRefusals.AgreementWith(["reason: use 3 to 500 characters."])
        : rules.Check(asked.Terms);

    private static AuditEntry Entry(string action, AgreementChangeRow change, Actor actor) => new()
    {
        Action = action,
        RecordKind = "agreement",
        RecordId = change.ClientId,
        Actor = actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["change"] = change.ChangeId.ToString() },
    };
}
