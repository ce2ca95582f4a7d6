using System.Collections.Frozen;
using Cnaim.Messaging.Topology;

namespace Cnaim.Screening;

/// <summary>Offices that nobody outside reads the name of: whoever sees it knows why the person went there (domain.md section 3).</summary>
internal sealed class SensitiveOffices
{
    /// <summary>What everybody else reads instead.</summary>
    public const string GeneralName = "specialised-support";

    private readonly FrozenSet<string> _codes =
        TopologyManifest.Load().Services.Where(service => service.IsSensitive).Select(service => service.Code).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The office as <paramref name="viewer"/> may read it.</summary>
    public string For(string office, string viewer) => _codes.Contains(office) && !string.Equals(office, viewer, StringComparison.Ordinal) ? GeneralName : office;
}
