using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Erasures;

/// <summary>How far orders are: a centre sees its own, the data-protection officer all of them. The caller commits.</summary>
internal sealed class ReadErasures(ErasureStore store, OfficeTransaction transaction)
{
    private const int Size = 50;

    public async Task<Decision<ErasureView>> OneAsync(Guid erasureId, Actor actor, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(ErasureSql.Find, erasureId, actor, cancellationToken);
        Audit(row is null ? "erasure.read-denied" : "erasure.read", erasureId, actor);
        return row is null
            ? ScreeningRefusals.ErasureNotFound
            : ErasureView.Of(row, [.. (await store.OfficesAsync([erasureId], cancellationToken))[erasureId]], ErasureStore.IsOfficer(actor));
    }

    public async Task<ErasurePage> ListAsync(Guid? after, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(after, Size + 1, actor, cancellationToken);
        var offices = await store.OfficesAsync([.. rows.Select(row => row.ErasureId)], cancellationToken);
        Audit("erasure.listed", after ?? Guid.Empty, actor);
        return new ErasurePage(
            [.. rows.Take(Size).Select(row => ErasureView.Of(row, [.. offices[row.ErasureId]], ErasureStore.IsOfficer(actor)))],
            rows.Count > Size ? rows[Size - 1].ErasureId : null);
    }

    private void Audit(string action, Guid erasureId, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "erasure", RecordId = erasureId.ToString(), Actor = actor });
}
