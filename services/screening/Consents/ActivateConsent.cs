using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Consents;

/// <summary>The person agreed to what was drafted. The caller commits.</summary>
internal sealed class ActivateConsent(ConsentStore store, SensitiveOffices offices, OfficeTransaction transaction)
{
    public async Task<Decision<ConsentView>> RunAsync(Guid consentId, Actor actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(consentId, actor, cancellationToken) is not { IsOwn: true })
        {
            return ScreeningRefusals.ConsentNotFound;
        }

        if (!await store.ActivateAsync(consentId, actor, cancellationToken))
        {
            return ScreeningRefusals.ConsentNotDraft;
        }

        transaction.Audit(new AuditEntry { Action = "consent.granted", RecordKind = "consent", RecordId = consentId.ToString(), Actor = actor });
        return ConsentView.Of((await store.FindAsync(consentId, actor, cancellationToken))!, actor.Office, offices);
    }
}
