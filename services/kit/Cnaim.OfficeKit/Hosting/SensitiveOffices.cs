using System.Collections.Frozen;

namespace Cnaim.OfficeKit.Hosting;

/// <summary>The offices whose name appears in no event (domain.md section 3); data of the topology manifest, not of the code.</summary>
/// <param name="codes">Their codes.</param>
internal sealed class SensitiveOffices(IEnumerable<string> codes)
{
    /// <summary>What everybody else reads instead of the name.</summary>
    public const string GeneralName = "specialised-support";

    private readonly FrozenSet<string> _codes = codes.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when the office must not be named.</summary>
    public bool Contains(string office) => _codes.Contains(office);

    /// <summary>The name for the network.</summary>
    public string Generalise(string office) => Contains(office) ? GeneralName : office;
}
