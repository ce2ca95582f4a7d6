using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Erasures;

/// <summary>A data-protection officer, another person than who asked, approves or rejects. Approval forgets the person here at once and orders it everywhere else. The caller sends and commits.</summary>
internal sealed class DecideErasure(ErasureStore store, EraseOwn own, EraseMessages messages, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<ErasureOrder>> ApproveAsync(Guid erasureId, Actor actor, CancellationToken cancellationToken)
    {
        var (order, refusal) = await TakeAsync(erasureId, actor, cancellationToken);
        if (order is null)
        {
            return refusal!;
        }

        var known = RequestErasure.Offices(await store.KnownAtAsync(order.PersonId, cancellationToken));
        await store.DecideAsync(erasureId, "approved", actor, cancellationToken);
        await store.EndConsentsAsync(order.PersonId, cancellationToken);
        await store.OrderAsync(erasureId, RequestErasure.Self, cancellationToken);
        foreach (var office in known)
        {
            await store.OrderAsync(erasureId, office.Office, cancellationToken);
        }

        var counts = await own.RunAsync(erasureId, order.PersonId, cancellationToken);
        await store.ConfirmedAsync(erasureId, RequestErasure.Self, counts, [], cancellationToken);
        ErasureAtOfficeRow[] orders = [.. (await store.OfficesAsync([erasureId], cancellationToken))[erasureId]];
        return new ErasureOrder(await ViewAsync(erasureId, "erasure.approved", actor, cancellationToken), ErasureOrder.Tell(orders, known, isDryRun: false, clock.GetUtcNow()));
    }

    public async Task<Decision<ErasureOrder>> RejectAsync(Guid erasureId, Actor actor, CancellationToken cancellationToken)
    {
        var (order, refusal) = await TakeAsync(erasureId, actor, cancellationToken);
        if (order is null)
        {
            return refusal!;
        }

        await store.DecideAsync(erasureId, "rejected", actor, cancellationToken);
        Guid[] orders = [.. (await store.OfficesAsync([erasureId], cancellationToken))[erasureId].Select(office => office.OrderId)];
        await messages.VoidSentAsync(orders, audience: null, cancellationToken);
        return new ErasureOrder(await ViewAsync(erasureId, "erasure.rejected", actor, cancellationToken), []);
    }

    private async Task<(ErasureRow? Order, Refusal? Refusal)> TakeAsync(Guid erasureId, Actor actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(ErasureSql.Lock, erasureId, actor, cancellationToken) is not { } order)
        {
            return (null, ScreeningRefusals.ErasureNotFound);
        }

        if (string.Equals(order.RequestedBy, actor.Subject, StringComparison.Ordinal))
        {
            Audit("erasure.decide-denied", erasureId, actor);
            return (null, ScreeningRefusals.ErasureSecondPerson);
        }

        return order.Status is "requested" ? (order, null) : (null, ScreeningRefusals.ErasureDecided);
    }

    private async Task<ErasureView> ViewAsync(Guid erasureId, string action, Actor actor, CancellationToken cancellationToken)
    {
        Audit(action, erasureId, actor);
        var row = (await store.FindAsync(ErasureSql.Find, erasureId, actor, cancellationToken))!;
        return ErasureView.Of(row, [.. (await store.OfficesAsync([erasureId], cancellationToken))[erasureId]], ErasureStore.IsOfficer(actor));
    }

    private void Audit(string action, Guid erasureId, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "erasure", RecordId = erasureId.ToString(), Actor = actor });
}
