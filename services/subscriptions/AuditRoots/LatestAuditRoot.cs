namespace Cnaim.Subscriptions.AuditRoots;

/// <summary>The network's latest audit root, so that every receiver is a witness of it (domain.md section 7).</summary>
internal sealed class LatestAuditRoot
{
    private volatile string? _current;

    /// <summary>32 bytes as hexadecimal text; null before the first was read.</summary>
    public string? Current
    {
        get => _current;
        set => _current = value;
    }
}
