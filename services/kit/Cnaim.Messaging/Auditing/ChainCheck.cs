using System.Globalization;
using System.Text.Json;

namespace Cnaim.Messaging.Auditing;

/// <summary>Follows a chain from its first seal and says where it is broken. A broken link is named once: the next one is checked from what stands there.</summary>
internal sealed class ChainCheck(string service, IReadOnlyList<KeptHead> kept)
{
    private const int Most = 20;
    private readonly Queue<KeptHead> _kept = new(kept.OrderBy(head => head.SealNo));
    private readonly List<AuditFinding> _findings = [];
    private readonly LateEntries _late = new();
    private readonly HashSet<long> _named = [];
    private readonly List<(long SealNo, long EntryId)> _erasedEntries = [];
    private byte[] _head = AuditChain.Origin(service);
    private long _agreed;
    private int _compared;
    private long _seals;
    private bool _isRewritten;

    /// <summary>The detail of an <c>audit.erased</c> entry: the entries that it names may be without theirs.</summary>
    public void NameErased(string? detail)
    {
        using var document = JsonDocument.Parse(detail ?? "{}");
        if (document.RootElement.TryGetProperty("entries", out var entries) && entries.ValueKind is JsonValueKind.Array)
        {
            _named.UnionWith(entries.EnumerateArray().Select(entry => entry.GetInt64()));
        }
    }

    public void Take(SealedRow row)
    {
        if (row.SealNo != _seals + 1)
        {
            Find(AuditFindingKind.SealRemoved, _seals + 1, null, $"The seals {_seals + 1} to {row.SealNo - 1} are gone.");
        }

        _seals = row.SealNo;
        CheckEntry(row);
        if (_late.IsLate(row.EntryId, row.SealedAt))
        {
            Find(AuditFindingKind.Inserted, row.SealNo, row.EntryId, $"Entry {row.EntryId} was put between entries that had been sealed before.");
        }

        _head = row.Head;
        CheckKept(row);
    }

    public AuditReport Finish(long? neverSealed)
    {
        FindUnnamed();
        if (_kept.TryPeek(out var missing))
        {
            Find(
                AuditFindingKind.Truncated,
                _seals + 1,
                null,
                string.Create(CultureInfo.InvariantCulture, $"The chain ends at seal {_seals}; seal {missing.SealNo} was kept at {missing.KeptAt:u}. Rows were cut off, or an old backup came back."));
        }

        if (neverSealed is { } entry)
        {
            Find(AuditFindingKind.Unsealed, null, entry, $"Entry {entry} has no seal although its time has passed: it was put there by hand, or the sealer stands still.");
        }

        return new AuditReport { Service = service, Seals = _seals, Erased = _erasedEntries.Count, Kept = _compared, Head = Convert.ToHexStringLower(_head), Findings = _findings };
    }

    private void CheckEntry(SealedRow row)
    {
        if (row.Entry is not { } entry)
        {
            Find(AuditFindingKind.Deleted, row.SealNo, row.EntryId, $"Entry {row.EntryId} is gone.");
            return;
        }

        var isErased = IsErased(row, entry);
        if (isErased)
        {
            _erasedEntries.Add((row.SealNo, row.EntryId));
        }

        if (!(isErased || Agrees(row, entry)) || !AuditChain.Head(_head, entry, row.DetailDigest, row.RecordDigest, row.SealedAt).AsSpan().SequenceEqual(row.Head))
        {
            Find(AuditFindingKind.Altered, row.SealNo, row.EntryId, $"Entry {row.EntryId} or its seal {row.SealNo} is not what was sealed.");
        }
        else if (entry.Action is "audit.erased")
        {
            NameErased(entry.Detail);
        }
    }

    // Erasure destroys salt, detail and a person's reference; what was sealed of them stays.
    private static bool IsErased(SealedRow row, AuditRow entry) =>
        row.Salt is null && entry.Detail is null && (row.DetailDigest ?? row.RecordDigest) is not null && (row.RecordDigest is null || entry.RecordId is "erased");

    private static bool Agrees(SealedRow row, AuditRow entry) => row.Salt is { } salt
        ? IsSame(AuditChain.DetailDigest(entry.Detail, salt), row.DetailDigest) && (row.RecordDigest is null || IsSame(AuditChain.RecordDigest(entry, salt), row.RecordDigest))
        : entry.Detail is null && row.DetailDigest is null && row.RecordDigest is null;

    private static bool IsSame(byte[]? one, byte[]? other) => (one is null) == (other is null) && (one ?? []).AsSpan().SequenceEqual(other ?? []);

    private void FindUnnamed()
    {
        foreach (var (sealNo, entryId) in _erasedEntries.Where(erased => !_named.Contains(erased.EntryId)).Take(Most))
        {
            var place = _findings.FindIndex(finding => finding.SealNo > sealNo);
            _findings.Insert(
                place < 0 ? _findings.Count : place,
                new AuditFinding(AuditFindingKind.Altered, sealNo, entryId, $"The detail of entry {entryId} is gone, and no erasure of this chain names it."));
        }

        _findings.RemoveRange(Math.Min(Most, _findings.Count), Math.Max(0, _findings.Count - Most));
    }

    private void CheckKept(SealedRow row)
    {
        while (_kept.TryPeek(out var kept) && kept.SealNo <= row.SealNo)
        {
            _kept.Dequeue();
            _compared++;
            if (kept.SealNo == row.SealNo && string.Equals(kept.Head, Convert.ToHexStringLower(row.Head), StringComparison.Ordinal))
            {
                _agreed = row.SealNo;
            }
            else if (!_isRewritten)
            {
                _isRewritten = true;
                Find(AuditFindingKind.Rewritten, _agreed + 1, null, $"Seal {row.SealNo} is not the one that was kept: the chain was written anew somewhere from seal {_agreed + 1} on.");
            }
        }
    }

    private void Find(AuditFindingKind kind, long? sealNo, long? entryId, string detail)
    {
        if (_findings.Count < Most)
        {
            _findings.Add(new AuditFinding(kind, sealNo, entryId, detail));
        }
    }
}
