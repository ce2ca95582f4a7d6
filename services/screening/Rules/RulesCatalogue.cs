using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Cnaim.Screening.Rules;

/// <summary>The compiled versions of this replica, as the database has them.</summary>
internal sealed class RulesCatalogue(RulesStore store, CodeLists lists) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private FrozenDictionary<int, RulesVersion> _versions = FrozenDictionary<int, RulesVersion>.Empty;
    private RulesVersion[] _approved = [];

    /// <summary>All versions, drafts too, by number.</summary>
    public IReadOnlyList<RulesVersion> All => [.. _versions.Values.OrderBy(version => version.Number)];

    public bool IsLoaded => _approved.Length > 0;

    /// <summary>The approved version whose first day is the latest that is not after the date; of several, the newest.</summary>
    public RulesVersion? InForce(DateOnly date) => Array.Find(_approved, version => version.ValidFrom <= date);

    public bool TryFind(int number, [NotNullWhen(true)] out RulesVersion? version) => _versions.TryGetValue(number, out version);

    /// <summary>Compiles what is new and takes over what changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            var rows = await store.ListAsync(cancellationToken);
            if (rows.Count == _versions.Count && rows.All(IsCurrent))
            {
                return;
            }

            var versions = new List<RulesVersion>();
            foreach (var row in rows)
            {
                var version = _versions.TryGetValue(row.Version, out var known) ? known : await CompileAsync(row, cancellationToken);
                versions.Add(version with { Status = row.Status, LoadedBy = row.LoadedBy, LoadedAt = row.LoadedAt, ApprovedBy = row.ApprovedBy, ApprovedAt = row.ApprovedAt });
            }

            _versions = versions.ToFrozenDictionary(version => version.Number);
            _approved = [.. versions.Where(version => version.Status is RulesVersion.Approved)
                .OrderByDescending(version => version.ValidFrom)
                .ThenByDescending(version => version.Number)];
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private bool IsCurrent(RulesRow row) =>
        _versions.TryGetValue(row.Version, out var known) && string.Equals(known.Status, row.Status, StringComparison.Ordinal);

    private async Task<RulesVersion> CompileAsync(RulesRow row, CancellationToken cancellationToken)
    {
        var documents = await store.DocumentsAsync(row.Version, cancellationToken);
        var (rules, errors) = RuleSetReader.Read(documents!, lists);
        return rules is null
            ? throw new InvalidOperationException($"The stored rules version {row.Version} has {errors.Count} errors.")
            : new RulesVersion(row.Version, row.ValidFrom, row.Status, rules);
    }
}
