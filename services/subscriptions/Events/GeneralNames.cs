using System.Collections.Frozen;
using Cnaim.Messaging.Topology;

namespace Cnaim.Subscriptions.Events;

/// <summary>Offices that nobody outside reads the name of: whoever sees it knows why the person went there (ADR 0041).</summary>
internal sealed class GeneralNames
{
    /// <summary>What everybody else reads instead.</summary>
    public const string Specialised = "specialised-support";

    /// <summary>The source of what such an office tells.</summary>
    public const string SpecialisedSource = SourcePrefix + Specialised;

    /// <summary>What the source of every event begins with.</summary>
    public const string SourcePrefix = "urn:cnaim:";

    private readonly FrozenSet<string> _sensitive;

    public GeneralNames(TopologyManifest manifest) =>
        _sensitive = manifest.Services.Where(service => service.IsSensitive).Select(service => service.Code).ToFrozenSet(StringComparer.Ordinal);

    public bool IsSensitive(string? office) => office is not null && (_sensitive.Contains(office) || string.Equals(office, Specialised, StringComparison.Ordinal));

    public string? Of(string? office) => IsSensitive(office) ? Specialised : office;
}
