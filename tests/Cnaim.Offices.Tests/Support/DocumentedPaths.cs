using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cnaim.Testing;

namespace Cnaim.Offices.Tests.Support;

/// <summary>The paths of an office's document in contracts/openapi.</summary>
internal static partial class DocumentedPaths
{
    /// <summary>Paths of the office's own API that answer GET.</summary>
    public static IEnumerable<string> Reads(string code) =>
        JsonNode.Parse(File.ReadAllText(Repository.At("contracts", "openapi", code + ".json")))!["paths"]!.AsObject()
            .Where(path => path.Value!["get"] is not null && path.Key.StartsWith("/v1/", StringComparison.Ordinal)).Select(path => path.Key);

    /// <summary>With an id, or a reference, that nobody has.</summary>
    public static string Fill(string path) => Parameter().Replace(path, match => match.Value is "{personRef}" ? ReferralApi.NewPerson() : Guid.CreateVersion7().ToString());

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
