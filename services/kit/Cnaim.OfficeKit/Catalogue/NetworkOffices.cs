using System.Collections.Frozen;
using System.Text.Json;
using Cnaim.Messaging.Topology;

namespace Cnaim.OfficeKit.Catalogue;

/// <summary>What the data says about offices: which are never named in events, and which are never offered open referrals.</summary>
/// <param name="sensitive">Codes of offices that no event names.</param>
/// <param name="neverOffered">Codes of offices that open referrals are never offered to.</param>
internal sealed class NetworkOffices(IEnumerable<string> sensitive, IEnumerable<string> neverOffered)
{
    /// <summary>What everybody else reads instead of a sensitive office's name.</summary>
    public const string GeneralName = "specialised-support";

    private readonly FrozenSet<string> _sensitive = sensitive.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _neverOffered = neverOffered.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>From the topology manifest and <c>deploy/data/referrals.json</c>.</summary>
    public static NetworkOffices Embedded()
    {
        using var stream = typeof(NetworkOffices).Assembly.GetManifestResourceStream("Data/referrals.json")
            ?? throw new InvalidOperationException("The build did not embed referrals.json.");
        using var document = JsonDocument.Parse(stream);
        return new NetworkOffices(
            TopologyManifest.Load().Services.Where(service => service.IsSensitive).Select(service => service.Code),
            document.RootElement.GetProperty("neverOffered").EnumerateArray().Select(code => code.GetString()!));
    }

    /// <summary>False for an office that open referrals are never offered to.</summary>
    public bool MayBeOffered(string office) => !_neverOffered.Contains(office);

    /// <summary>True when no event may name the office.</summary>
    public bool IsSensitive(string office) => _sensitive.Contains(office);

    /// <summary>True when a request's code names a sensitive office other than <paramref name="own"/>.</summary>
    public bool IsNamedBy(string? request, string own) => request?.Split('.')[0] is { } office && IsSensitive(office) && !string.Equals(office, own, StringComparison.Ordinal);

    /// <summary>The name for the network (domain.md section 3).</summary>
    public string Generalise(string office) => IsSensitive(office) ? GeneralName : office;
}
