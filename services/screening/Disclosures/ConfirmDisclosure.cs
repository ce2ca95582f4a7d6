using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Problems;
using Dapper;

namespace Cnaim.Screening.Disclosures;

/// <summary>A receiver confirms what it did with withdrawn data; the caller commits.</summary>
internal sealed class ConfirmDisclosure(OfficeTransaction transaction)
{
    public const string Purged = "purged";
    public const string Frozen = "frozen";

    public async Task<Refusal?> RunAsync(
        Guid disclosureId, string office, string result, string? legalBasis, DateTimeOffset confirmedAt, CancellationToken cancellationToken)
    {
        if (result is not (Purged or Frozen) || (result is Frozen && string.IsNullOrWhiteSpace(legalBasis)))
        {
            return ScreeningRefusals.DisclosureInvalid;
        }

        await transaction.BeginAsync(cancellationToken);
        var confirmed = await transaction.Connection.ExecuteAsync(transaction.Command(
            DisclosureSql.Confirm, new { disclosureId, office, result, legalBasis, confirmedAt }, cancellationToken));
        if (confirmed is 0)
        {
            return ScreeningRefusals.DisclosureNotFound;
        }

        transaction.Audit(new AuditEntry { Action = "disclosure." + result, RecordKind = "disclosure", RecordId = disclosureId.ToString() });
        return null;
    }
}
