namespace Cnaim.Messaging.Topology;

/// <summary>A service of the manifest with the rights of its kind.</summary>
public sealed class TopologyService
{
    private TopologyService(TopologyDocument.ServiceEntry entry, TopologyDocument.KindEntry kind)
    {
        Code = entry.Code;
        Kind = entry.Kind;
        IsSensitive = entry.Sensitive;
        Sends = kind.Sends.ToDictionary(pair => pair.Key, pair => (IReadOnlySet<string>)pair.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Publishes = kind.Publishes;
        Reads = kind.Reads;
    }

    /// <summary>The code: name of its queue, its broker user and its routing key.</summary>
    public string Code { get; }

    /// <summary>The kind, for example <c>office</c>.</summary>
    public string Kind { get; }

    /// <summary>True when its name may not appear in events.</summary>
    public bool IsSensitive { get; }

    /// <summary>Command to kinds of receivers.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Sends { get; }

    /// <summary>Aggregates whose events it publishes, for example <c>pt.cnaim.referral</c>.</summary>
    public IReadOnlyList<string> Publishes { get; }

    /// <summary>Binding keys of the events it reads, for example <c>pt.cnaim.referral.#</c>.</summary>
    public IReadOnlyList<string> Reads { get; }

    internal static TopologyService From(TopologyDocument.ServiceEntry entry, TopologyDocument.KindEntry kind) => new(entry, kind);
}
