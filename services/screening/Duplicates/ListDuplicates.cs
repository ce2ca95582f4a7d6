using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Screening.Duplicates;

/// <summary>What waits at the caller's centre, the oldest first. The caller commits.</summary>
internal sealed class ListDuplicates(DuplicateStore store, OfficeTransaction transaction)
{
    private const int Size = 50;

    public async Task<WaitingDuplicates> RunAsync(Guid? after, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await store.WaitingAsync(after, Size + 1, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "duplicates.listed", RecordKind = "people", RecordId = "duplicates", Actor = actor });
        return new WaitingDuplicates([.. rows.Take(Size).Select(pair => WaitingDuplicate.Of(pair, actor))], rows.Count > Size ? rows[Size - 1].PersonDuplicateId : null);
    }
}
