using System.Text.Json;

namespace Cnaim.Identity.Tokens;

/// <summary>The codes of offices and centres that exist, from the reference data.</summary>
internal sealed record ReferenceCodes(IReadOnlySet<string> Offices, IReadOnlySet<string> Centres)
{
    private const string Reception = "reception";
    private static readonly string[] Shared = ["screening", "directory", "identity", "mediation", "subscriptions"];

    /// <summary>Whatever a token may be addressed to inside.</summary>
    public IReadOnlySet<string> Services { get; } = Offices.Concat(Shared).ToHashSet(StringComparer.Ordinal);

    public static ReferenceCodes Load() => new(
        Read("offices.json", "offices", "code").Append(Reception).ToHashSet(StringComparer.Ordinal),
        Read("network.json", "locations", "slug").ToHashSet(StringComparer.Ordinal));

    private static List<string> Read(string resource, string list, string member)
    {
        using var stream = typeof(ReferenceCodes).Assembly.GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).GetString()!)];
    }
}
